using System.Text.Json;

namespace FmeTyped;

/// <summary>Writes published parameters as the items of an array, each with a name and a value.</summary>
internal sealed class V3ParameterWriter(Utf8JsonWriter json, IReadOnlyDictionary<string, FmeParameterValue>? overrides = null)
    : JsonParameterWriter(json, overrides)
{
    private static readonly JsonEncodedText Name = JsonEncodedText.Encode("name");
    private static readonly JsonEncodedText Value = JsonEncodedText.Encode("value");

    private readonly Utf8JsonWriter _json = json;

    private protected override void Begin(JsonEncodedText name)
    {
        _json.WriteStartObject();
        _json.WriteString(Name, name);
        _json.WritePropertyName(Value);
    }

    private protected override void End() => _json.WriteEndObject();
}
