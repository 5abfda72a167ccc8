using System.Text.Json;

namespace FmeTyped;

/// <summary>
/// Writes published parameters as JSON: a text, or an array of texts. How an entry connects a name with its value depends on the REST API's
/// version.
/// </summary>
/// <param name="json">The JSON writer.</param>
/// <param name="overrides">Parameters that are written as they are and replace the request's own; null for none.</param>
internal abstract class JsonParameterWriter(Utf8JsonWriter json, IReadOnlyDictionary<string, FmeParameterValue>? overrides)
    : SentParameterWriter(overrides)
{
    private protected Utf8JsonWriter Json => json;

    private protected abstract void Write(JsonEncodedText name, ReadOnlySpan<char> value);

    private protected abstract void Write(JsonEncodedText name, JsonEncodedText value);

    private protected abstract void BeginArray(JsonEncodedText name);

    private protected abstract void EndArray();

    private protected override void SendText(FmeParameterDescriptor parameter, ReadOnlySpan<char> value) => Write(parameter.EncodedName, value);

    private protected override void SendChoice(FmeParameterDescriptor parameter, FmeChoice choice) => Write(parameter.EncodedName, choice.EncodedValue);

    private protected override void BeginSendingList(FmeParameterDescriptor parameter, int count) => BeginArray(parameter.EncodedName);

    private protected override void SendItem(FmeParameterDescriptor parameter, string value) => json.WriteStringValue(value);

    private protected override void SendItem(FmeParameterDescriptor parameter, FmeChoice choice) => json.WriteStringValue(choice.EncodedValue);

    private protected override void EndSendingList() => EndArray();

    private protected override void SendOverride(string name, FmeParameterValue value)
    {
        JsonEncodedText encoded = JsonEncodedText.Encode(name);
        if (!value.IsList)
        {
            Write(encoded, value.Text);
            return;
        }

        BeginArray(encoded);
        foreach (string item in value.Items)
        {
            json.WriteStringValue(item);
        }

        EndArray();
    }
}
