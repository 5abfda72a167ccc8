using System.Text.Json;

namespace FmeTyped;

/// <summary>Writes published parameters as the members of an object, by their names.</summary>
internal sealed class V4ParameterWriter(Utf8JsonWriter json, IReadOnlyDictionary<string, FmeParameterValue>? overrides = null)
    : JsonParameterWriter(json, overrides)
{
    private protected override void Write(JsonEncodedText name, ReadOnlySpan<char> value) => Json.WriteString(name, value);

    private protected override void Write(JsonEncodedText name, JsonEncodedText value) => Json.WriteString(name, value);

    private protected override void BeginArray(JsonEncodedText name) => Json.WriteStartArray(name);

    private protected override void EndArray() => Json.WriteEndArray();
}
