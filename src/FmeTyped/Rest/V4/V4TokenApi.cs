using System.Text.Json;

namespace FmeTyped;

/// <summary>Tokens in REST API version 4. Source: fmeflow-cli, its tests of <c>login</c>.</summary>
internal sealed class V4TokenApi : TokenApi
{
    public override string Path => "/fmeapiv4/tokens";

    public override void WriteBody(Utf8JsonWriter json, string userName, string name, TokenRequest options)
    {
        json.WriteStartObject();
        json.WriteString("name"u8, name);
        json.WriteString("description"u8, options.Description ?? "");
        json.WriteBoolean("enabled"u8, true);
        json.WriteBoolean("customPermissions"u8, false);
        json.WriteIfSet("secondsToExpiry"u8, options.Lifetime);
        json.WriteEndObject();
    }

    public override TimeSpan? ReadLifetime(JsonElement token) => Between(token.GetTime("created"u8), token.GetTime("expiration"u8));
}
