using FmeTyped.Schema.Json;
using FmeTyped.Tool.Json;
using FmeTyped.Tool.Terminal;
using JsonObject = System.Text.Json.Nodes.JsonObject;

namespace FmeTyped.Tool.Documents;

/// <summary>The JSON Schema of each workspace's requests, by <c>repository/workspace</c>. The text is JSON, too: the schemas alone.</summary>
/// <param name="Schemas">The schemas.</param>
internal sealed record JsonSchemasReport(IReadOnlyDictionary<string, JsonObject> Schemas) : Report
{
    protected override void Print(Output output) =>
        output.Standard.Write(JsonText.From(JsonEdit.Object(Schemas.Select(schema => JsonEdit.Member(schema.Key, Readable(schema.Value))))));

    /// <summary>A schema as the tool writes its files: readable, with no invisible character.</summary>
    public static JsonNode Readable(JsonObject schema) => JsonReader.Read(schema.ToJsonString()).Root!;
}
