using System.Text.Json;
using System.Text.Json.Serialization;

namespace FmeTyped.Generated;

/// <summary>Reads secrets from JSON, and writes a mask in their place. A mask that is read is no secret and counts as unset.</summary>
public sealed class FmeSecretJsonConverter : JsonConverter<FmeSecret>
{
    /// <inheritdoc/>
    /// <exception cref="JsonException">The JSON is no text.</exception>
    public override FmeSecret? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            throw new JsonException("A secret is a text.");
        }

        string text = reader.GetString()!;
        return FmeSecret.IsMask(text) ? null : new(text);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, FmeSecret value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(FmeSecret.Mask);
    }
}
