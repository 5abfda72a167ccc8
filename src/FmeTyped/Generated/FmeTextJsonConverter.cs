using System.Text.Json;
using System.Text.Json.Serialization;

namespace FmeTyped.Generated;

/// <summary>Reads and writes a value as its text.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
public sealed class FmeTextJsonConverter<T> : JsonConverter<T>
    where T : IFmeText<T>
{
    /// <inheritdoc/>
    /// <exception cref="JsonException">The JSON is no text, or a text that is no such value.</exception>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            throw new JsonException($"The JSON of a {typeof(T).Name} is a text.");
        }

        try
        {
            return T.FromText(reader.GetString()!);
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
        writer.WriteStringValue(value.ToText());
    }
}
