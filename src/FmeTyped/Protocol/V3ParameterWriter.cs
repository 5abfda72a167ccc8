using System.Text.Json;

namespace FmeTyped;

/// <summary>Writes published parameters as REST API version 3 takes them: an array of names and values, all text. Unset ones are left out.</summary>
internal sealed class V3ParameterWriter(Utf8JsonWriter json) : FmeParameterWriter
{
    private static readonly JsonEncodedText PublishedParameters = JsonEncodedText.Encode("publishedParameters");
    private static readonly JsonEncodedText Name = JsonEncodedText.Encode("name");
    private static readonly JsonEncodedText Value = JsonEncodedText.Encode("value");

    /// <summary>Writes the whole body of a submission.</summary>
    public void WriteBody(IFmeRequest request)
    {
        json.WriteStartObject();
        json.WriteStartArray(PublishedParameters);
        request.Write(this);
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
    }

    private protected override void Unset(FmeParameterDescriptor parameter)
    {
    }

    private protected override void Blank(FmeParameterDescriptor parameter) => Text(parameter, "");

    private protected override void Text(FmeParameterDescriptor parameter, ReadOnlySpan<char> value)
    {
        Begin(parameter);
        json.WriteString(Value, value);
        json.WriteEndObject();
    }

    private protected override void Option(FmeParameterDescriptor parameter, int number)
    {
        Begin(parameter);
        json.WriteString(Value, Choice(parameter, number).EncodedValue);
        json.WriteEndObject();
    }

    private protected override void BeginList(FmeParameterDescriptor parameter, int count)
    {
        Begin(parameter);
        json.WriteStartArray(Value);
    }

    private protected override void Item(FmeParameterDescriptor parameter, string value) => json.WriteStringValue(value);

    private protected override void OptionItem(FmeParameterDescriptor parameter, int number) =>
        json.WriteStringValue(Choice(parameter, number).EncodedValue);

    private protected override void EndList(FmeParameterDescriptor parameter)
    {
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static FmeChoice Choice(FmeParameterDescriptor parameter, int number) =>
        parameter.FindChoice(number)
        ?? throw new InvalidOperationException($"Parameter {parameter.Name} has no option with the number {number}. The request changed after it was checked.");

    private void Begin(FmeParameterDescriptor parameter)
    {
        json.WriteStartObject();
        json.WriteString(Name, parameter.EncodedName);
    }
}
