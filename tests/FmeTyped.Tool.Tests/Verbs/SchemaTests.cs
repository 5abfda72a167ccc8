using System.Text.Json.Nodes;
using FmeTyped.Tool.Tests.Harness;

namespace FmeTyped.Tool.Tests.Verbs;

public sealed class SchemaTests : IDisposable
{
    private const string Schema = """
        { "format": 1, "workspaces": [
          { "repository": "City", "workspace": "map.fmw", "title": "Map", "parameters": [
              { "name": "MODE", "type": "CHOICE", "model": "string", "description": "Mode \u202E:", "optional": false,
                "listOptions": [{ "caption": "A", "value": "a" }, { "caption": "B", "value": "b" }] } ] },
          { "repository": "City & Land", "workspace": "none.fmw", "parameters": [] } ] }
        """;

    private readonly ToolFolder _folder = new ToolFolder().With("workspaces.json", Schema);

    [Fact]
    public async Task A_file_a_workspace_in_a_folder_a_repository()
    {
        ToolResult result = (await _folder.RunAsync("schema", "--out", "schemas")).MustEndWith(0);

        Assert.Equal("schemas contains 2 schemas." + Environment.NewLine, result.Output);
        string[] folders = [.. Directory.GetDirectories(_folder.PathOf("schemas")).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];
        Assert.Equal("City", folders[0]);
        Assert.Matches("^City---Land-[0-9a-f]{8}$", folders[1]);
        Assert.Equal(
            """
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "title": "Map",
              "type": "object",
              "properties": {
                "MODE": {
                  "title": "Mode \u202e:",
                  "type": "string",
                  "oneOf": [
                    { "const": "a", "title": "A" },
                    { "const": "b", "title": "B" }
                  ]
                }
              },
              "required": ["MODE"],
              "additionalProperties": false
            }

            """,
            _folder.Read("schemas", "City", "map.json"));
        Assert.Contains("none.fmw", _folder.Read("schemas", folders[1], "none.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_folder_all_schemas_are_printed()
    {
        ToolResult result = (await _folder.RunAsync("schema", "--profile", "simple")).MustEndWith(0);

        JsonObject printed = JsonNode.Parse(result.Output)!.AsObject();
        Assert.Equal(["City/map.fmw", "City & Land/none.fmw"], printed.Select(schema => schema.Key));
        Assert.Equal("""["a","b"]""", printed["City/map.fmw"]!["properties"]!["MODE"]!["enum"]!.ToJsonString());
    }

    public void Dispose() => _folder.Dispose();
}
