using System.Text.Json;
using System.Text.Json.Serialization;

namespace FmeTyped.Generated;

/// <summary>Reads and writes a value as its text.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
public sealed class FmeTextJsonConverter<T> : JsonConverter<T>
    where T : IFmeText<T>
{
    /// <inheritdoc/>
    /// <exception cref="JsonException">The JSON is not the text of such a value.</exception>
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        string text = ReadText(ref reader);
        try
        {
            return T.FromText(text);
        }
        catch (FormatException error)
        {
            throw new JsonException(error.Message, error);
        }
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (T.IsJsonObject)
        {
            writer.WriteRawValue(value.ToText());
        }
        else
        {
            writer.WriteStringValue(value.ToText());
        }
    }

    private static string ReadText(ref Utf8JsonReader reader)
    {
        if (T.IsJsonObject)
        {
            using JsonDocument document = JsonDocument.ParseValue(ref reader);
            return document.RootElement.GetRawText();
        }

        return reader.TokenType == JsonTokenType.String
            ? reader.GetString()!
            : throw new JsonException($"The JSON of a {typeof(T).Name} is a text.");
    }
}
