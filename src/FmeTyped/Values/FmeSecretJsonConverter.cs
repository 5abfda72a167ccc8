using System.Text.Json;
using System.Text.Json.Serialization;

namespace FmeTyped;

/// <summary>Reads secrets from JSON, and writes a mask in their place. A mask that is read is no secret and counts as unset.</summary>
internal sealed class FmeSecretJsonConverter : JsonConverter<FmeSecret>
{
    public override FmeSecret? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            throw new JsonException("A secret is a text.");
        }

        string text = reader.GetString()!;
        return FmeSecret.IsMask(text) ? null : new(text);
    }

    public override void Write(Utf8JsonWriter writer, FmeSecret value, JsonSerializerOptions options) => writer.WriteStringValue(FmeSecret.Mask);
}
