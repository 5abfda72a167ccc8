using System.Text.Json;

namespace FmeTyped;

/// <summary>Tokens in REST API version 3. Source: fmeflow-cli, its tests of <c>login</c>.</summary>
internal sealed class V3TokenApi : TokenApi
{
    public override string Path => "/fmerest/v3/tokens";

    public override void WriteBody(Utf8JsonWriter json, string userName, string name, TokenRequest options)
    {
        json.WriteStartObject();
        json.WriteString("name"u8, name);
        json.WriteString("description"u8, options.Description ?? "");
        json.WriteBoolean("enabled"u8, true);
        json.WriteBoolean("restricted"u8, false);
        json.WriteIfSet("expirationTimeout"u8, options.Lifetime);
        json.WriteString("user"u8, userName);
        json.WriteEndObject();
    }

    public override TimeSpan? ReadLifetime(JsonElement token) => Between(token.GetTime("createdDate"u8), token.GetTime("expirationDate"u8));
}
