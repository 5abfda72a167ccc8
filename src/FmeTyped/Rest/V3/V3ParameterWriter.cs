using System.Text.Json;

namespace FmeTyped;

/// <summary>Writes published parameters as the items of an array, each with a name and a value.</summary>
internal sealed class V3ParameterWriter(Utf8JsonWriter json, IReadOnlyDictionary<string, FmeParameterValue>? overrides = null)
    : JsonParameterWriter(json, overrides)
{
    private static readonly JsonEncodedText Name = JsonEncodedText.Encode("name");
    private static readonly JsonEncodedText Value = JsonEncodedText.Encode("value");

    private protected override void Write(JsonEncodedText name, ReadOnlySpan<char> value)
    {
        Begin(name);
        Json.WriteString(Value, value);
        Json.WriteEndObject();
    }

    private protected override void Write(JsonEncodedText name, JsonEncodedText value)
    {
        Begin(name);
        Json.WriteString(Value, value);
        Json.WriteEndObject();
    }

    private protected override void BeginArray(JsonEncodedText name)
    {
        Begin(name);
        Json.WriteStartArray(Value);
    }

    private protected override void EndArray()
    {
        Json.WriteEndArray();
        Json.WriteEndObject();
    }

    private void Begin(JsonEncodedText name)
    {
        Json.WriteStartObject();
        Json.WriteString(Name, name);
    }
}
