using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FmeTyped.Generated;

/// <summary>
/// Reads and writes an option as its value on the wire, wherever the enum is used on its own. Enum numbers and names are refused.
/// Generated enums have it as their converter.
/// </summary>
/// <typeparam name="TOption">The enum.</typeparam>
/// <typeparam name="TRequest">The request whose parameter has these options.</typeparam>
public sealed class FmeOptionJsonConverter<TOption, TRequest> : JsonConverter<TOption>
    where TOption : struct, Enum
    where TRequest : class, IFmeRequest<TRequest>
{
    private readonly FmeParameterDescriptor _parameter = TRequest.Descriptor.ParameterOf(typeof(TOption));

    /// <inheritdoc/>
    /// <exception cref="JsonException">The JSON is not a text, or the text is not the value of an option.</exception>
    public override TOption Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            throw new JsonException($"An option of {_parameter.Name} is a text. {ChoiceText.Allowed(_parameter.Choices)}");
        }

        string value = reader.GetString()!;
        return _parameter.FindChoice(value) is { } choice
            ? Unsafe.BitCast<int, TOption>(choice.Number)
            : throw new JsonException($"{_parameter.Name}: {FmeValidationErrorText.UnknownOption(_parameter, value)}");
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException">The value is not an option, for example because it is the enum's default.</exception>
    public override void Write(Utf8JsonWriter writer, TOption value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(_parameter.GetChoice(value).EncodedValue);
    }
}
