using FmeTyped.Schema.Json;
using FmeTyped.Schema.Reading;
using FmeTyped.Schema.Rules;

namespace FmeTyped.Schema.Tests.Reading;

public class SavedResponseTests
{
    [Theory]
    [InlineData("""[{ "name": "MAXY", "type": "FLOAT", "model": "string", "optional": false }]""", "the list of a workspace's parameters")]
    [InlineData("""[{ "name": "MAXY", "type": "number", "prompt": "Maximum" }]""", "the list of a workspace's parameters")]
    [InlineData("""{ "items": [{ "name": "MAXY", "type": "number", "required": true }], "totalCount": 1 }""", "the list of a workspace's parameters")]
    [InlineData("""{ "items": [{ "name": "map.fmw", "type": "WORKSPACE", "title": "Map" }] }""", "a list of workspaces")]
    [InlineData("""{ "name": "map.fmw", "type": "WORKSPACE", "parameters": [] }""", "a workspace")]
    [InlineData("""{ "name": "MAXY", "type": "FLOAT", "optional": true }""", "a parameter")]
    [InlineData("""{ "name": "DAY", "type": "datetime", "format": "date", "prompt": "Day" }""", "a parameter")]
    [InlineData("""{ "name": "SWITCH", "type": "group", "parameters": [] }""", "a parameter")]
    [InlineData("""{ "message": "Authentication failed." }""", "an error (Authentication failed)")]
    public void A_response_of_the_server_is_no_schema_file_and_says_what_to_do(string json, string what)
    {
        SchemaProblem problem = Assert.Single(SchemaFileReader.Read("\n" + json).Problems);

        Assert.Equal(SchemaRules.ServerAnswer, problem.Rule);
        Assert.StartsWith($"This is {what} as an FME Flow sends it", problem.Message, StringComparison.Ordinal);
        Assert.Contains("fmetyped import", problem.Message, StringComparison.Ordinal);
        Assert.Equal(new TextSpan(1, 1), problem.Span);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{ "items": [] }""")]
    [InlineData("""{ "format": 1, "workspaces": [] }""")]
    [InlineData("""{ "workspaces": [] }""")]
    [InlineData("""{ "format": 2, "items": [{ "name": "a", "type": "b", "model": "c" }] }""")]
    public void What_can_be_meant_as_a_schema_file_is_read_as_one(string json) =>
        Assert.DoesNotContain(SchemaFileReader.Read(json).Problems, problem => problem.Rule == SchemaRules.ServerAnswer);

    [Theory]
    [InlineData("""{ "name": "map.fmw", "type": "WORKSPACE", "parameters": [] }""", true)]
    [InlineData("""{ "name": "map.fmw", "parameters": [{}] }""", true)]
    [InlineData("""{ "name": "", "parameters": [] }""", false)]
    [InlineData("""{ "name": 1, "parameters": [] }""", false)]
    [InlineData("""{ "name": "map.fmw", "parameters": {} }""", false)]
    [InlineData("""{ "name": "SWITCH", "type": "Group", "parameters": [] }""", false)]
    [InlineData("[]", false)]
    public void A_workspace_has_a_name_and_a_list_of_parameters_and_is_no_group(string json, bool isWorkspace) =>
        Assert.Equal(isWorkspace, SavedResponse.IsWorkspace(JsonReader.Read(json).Root!));
}
