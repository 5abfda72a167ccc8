using System.Text.Json;

namespace FmeTyped;

/// <summary>Writes published parameters as the members of an object, by their names.</summary>
internal sealed class V4ParameterWriter(Utf8JsonWriter json, IReadOnlyDictionary<string, FmeParameterValue>? overrides = null)
    : JsonParameterWriter(json, overrides)
{
    private readonly Utf8JsonWriter _json = json;

    private protected override void Write(JsonEncodedText name, ReadOnlySpan<char> value) => _json.WriteString(name, value);

    private protected override void Write(JsonEncodedText name, JsonEncodedText value) => _json.WriteString(name, value);

    private protected override void BeginArray(JsonEncodedText name) => _json.WriteStartArray(name);

    private protected override void EndArray() => _json.WriteEndArray();
}
