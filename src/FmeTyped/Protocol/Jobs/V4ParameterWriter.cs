using System.Text.Json;

namespace FmeTyped;

/// <summary>Writes published parameters as the members of an object, by their names.</summary>
internal sealed class V4ParameterWriter(Utf8JsonWriter json, IReadOnlyDictionary<string, FmeParameterValue>? overrides = null)
    : JsonParameterWriter(json, overrides)
{
    private readonly Utf8JsonWriter _json = json;

    private protected override void Begin(JsonEncodedText name) => _json.WritePropertyName(name);

    private protected override void End()
    {
    }
}
