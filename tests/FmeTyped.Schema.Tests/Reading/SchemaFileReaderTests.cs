using FmeTyped.Schema.Json;
using FmeTyped.Schema.Reading;
using FmeTyped.Schema.Rules;

namespace FmeTyped.Schema.Tests.Reading;

public sealed class SchemaFileReaderTests
{
    private const string MissingParameters =
        "A workspace has no \"parameters\"; it is the answer of the server's parameters endpoint, [] if there are none";

    [Fact]
    public void A_format_in_quotes_is_reported_as_such_and_hides_no_other_problem()
    {
        SchemaFile file = SchemaFileReader.Read("""{ "format": "1", "workspaces": [{ "repository": "R", "workspace": "w.fmw" }] }""");

        Assert.Equal(
            ["\"format\" has to be the number 1, without quotes; found a text", MissingParameters],
            file.Problems.Select(problem => problem.Message));
    }

    [Theory]
    [InlineData("\"2\"", "\"format\" has to be the number 1, without quotes; found a text")]
    [InlineData("null", "\"format\" has to be the number 1, without quotes; found null")]
    [InlineData("2", "The schema file has format 2; this version of FmeTyped reads format 1. Update the FmeTyped package, or pull the file again")]
    public void A_file_of_another_layout_is_not_read(string format, string message)
    {
        SchemaFile file = SchemaFileReader.Read($$"""{ "format": {{format}}, "workspaces": [{}] }""");

        Assert.Equal(message, Assert.Single(file.Problems).Message);
    }

    [Theory]
    [InlineData("""{ "format": 1, "workspace": [] }""", "The schema file has no \"workspaces\". Is \"workspace\" meant?")]
    [InlineData(
        """{ "Format": 1, "workspaces": [] }""",
        "The schema file has no \"format\"; this version of FmeTyped writes \"format\": 1. Is \"Format\" meant?")]
    [InlineData("""{ "format": 1, "templates": [] }""", "The schema file has no \"workspaces\"")]
    public void A_missing_key_is_told_with_the_one_that_looks_like_it(string json, string message)
    {
        SchemaProblem problem = Assert.Single(SchemaFileReader.Read(json).Problems);

        Assert.Equal(SchemaRules.MissingKey, problem.Rule);
        Assert.Equal(message, problem.Message);
        Assert.Equal(new TextSpan(0, 1), problem.Span);
    }

    [Theory]
    [InlineData(""" "workspace": "w.fmw", "parameters": [] """, "A workspace has no \"repository\"")]
    [InlineData(
        """ "repository": "R", "parameters": [] """,
        "A workspace has no \"workspace\"; it is the file name, such as \"austinDownload.fmw\"")]
    [InlineData(""" "repository": "R", "workspace": "w.fmw" """, MissingParameters)]
    [InlineData(""" "repository": "", "workspace": "w.fmw", "parameters": [] """, "\"repository\" has to be a text that is not empty; found an empty text")]
    [InlineData(""" "repository": "R", "workspace": "w.fmw", "parameters": [], "title": {} """, "\"title\" has to be a text; found an object")]
    [InlineData(""" "repository": "R", "workspace": "w.fmw", "parameters": [], "title": [] """, "\"title\" has to be a text; found a list")]
    [InlineData(""" "repository": "R", "workspace": "w.fmw", "parameters": [], "title": 1.50 """, "\"title\" has to be a text; found 1.50")]
    [InlineData(""" "repository": "R", "workspace": "w.fmw", "parameters": [], "services": "x" """, "\"services\" has to be a list; found a text")]
    public void What_is_wrong_with_a_workspace_is_told(string members, string message) => Assert.Equal(
        message,
        Assert.Single(SchemaFileReader.Read($$"""{ "format": 1, "workspaces": [{ {{members}} }] }""").Problems).Message);

    [Fact]
    public void A_workspace_that_comes_twice_names_the_line_of_the_first()
    {
        SchemaFile file = SchemaFileReader.Read("""
            {
              "format": 1, "workspaces": [
                { "repository": "R", "workspace": "w.fmw", "parameters": [] },
                { "repository": "S", "workspace": "w.fmw", "parameters": [] },

                { "repository": "R", "workspace": "w.fmw", "parameters": [] }
              ]
            }
            """);

        Assert.Equal(["R", "S"], file.Workspaces.Select(workspace => workspace.Repository));
        Assert.Equal("The workspace R/w.fmw occurs a second time; it is already at line 3. Remove one of the two", Assert.Single(file.Problems).Message);
    }

    [Theory]
    [InlineData("""{ "format": 1, "workspaces": [{}, {}] }""", true)]
    [InlineData("""{ "format": 1, "note": "ours", "workspaces": [{ "title": 1 }, {}] }""", true)]
    [InlineData("""{ "format": 1, "workspaces": [{}] }""", false)]
    [InlineData("""{ "format": 1, "workspaces": [{}, {}, {}] }""", false)]
    [InlineData("""{ "format": 1, "workspaces": [{}, null] }""", false)]
    [InlineData("""{ "format": 1, "workspaces": {} }""", false)]
    [InlineData("""{ "format": 2, "workspaces": [{}, {}] }""", false)]
    [InlineData("""{ "workspaces": [{}, {}] }""", false)]
    [InlineData("""{ "format": 1, "workspaces": [{}, {}] """, false)]
    [InlineData("[{}, {}]", false)]
    public void A_file_of_two_workspaces_is_sound_when_nothing_but_their_content_can_be_wrong(string json, bool isSound) =>
        Assert.Equal(isSound, SchemaFileReader.IsSound(JsonReader.Read(json), 2));
}
