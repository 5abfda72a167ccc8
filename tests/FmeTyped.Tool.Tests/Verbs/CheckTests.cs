using System.Text.Json.Nodes;
using FmeTyped.Schema.Tests.Fmw;
using FmeTyped.Tool.Tests.Harness;

namespace FmeTyped.Tool.Tests.Verbs;

public sealed class CheckTests : IDisposable
{
    private const string Schema = """
        {
          "format": 1,
          "workspaces": [
            {
              "repository": "City",
              "workspace": "map.fmw",
              "title": "Map",
              "services": ["fmejobsubmitter"],
              "parameters": [
                { "name": "THEMES", "type": "LISTBOX", "model": "list", "description": "Layers:", "optional": false, "defaultValue": ["airports"],
                  "listOptions": [{ "caption": "airports", "value": "airports" }, { "caption": "roads", "value": "roads" }] },
                { "name": "NOTE", "type": "TEXT", "model": "string", "description": "Note:", "optional": true, "defaultValue": "" }
              ],
              "csharp": { "name": "CityMap" }
            },
            { "repository": "City", "workspace": "other.fmw", "parameters": [] }
          ]
        }
        """;

    private readonly ToolFolder _folder = new ToolFolder().With("workspaces.json", Schema);

    private static WorkspaceText Workspace => new() { Title = "Map" };

    [Fact]
    public async Task What_is_the_same_ends_with_0_whatever_the_source()
    {
        _folder
            .With("same.json", Schema)
            .With(
                "map.json",
                """[{ "name": "THEMES", "type": "LISTBOX", "model": "list", "description": "Layers:", "optional": false, "defaultValue": ["airports"],"""
                    + """ "listOptions": [{ "value": "airports" }, { "value": "roads" }] }, { "name": "NOTE", "type": "TEXT", "model": "string","""
                    + """ "description": "Note:", "optional": true }]""")
            .With("map.fmw", Workspace.With("GUI LISTBOX THEMES airports%roads Layers:", "airports").With("GUI OPTIONAL TEXT NOTE Note:").ToBytes());

        foreach (string source in new[] { "same.json", "map.json" })
        {
            Assert.Equal("Nothing differs." + Environment.NewLine, (await _folder.RunAsync("check", "--against", source)).MustEndWith(0).Output);
        }

        // A workspace file knows its description, which the schema file has not got.
        ToolResult file = (await _folder.RunAsync("check", "--against", "map.fmw")).MustEndWith(1);
        Assert.StartsWith("cosmetic: CityMap: has another title or description.", Assert.Single(LinesOf(file)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_option_that_was_renamed_is_proposed_and_the_choice_keeps_its_name()
    {
        string renamed = Schema.Replace("\"caption\": \"roads\", \"value\": \"roads\"", "\"value\": \"roads_2\"", StringComparison.Ordinal);
        _folder.With("new.json", renamed);

        string[] lines = LinesOf((await _folder.RunAsync("check", "--against", "new.json")).MustEndWith(2));

        Assert.EndsWith(
            "Was it renamed to 'roads_2'? The choice \"options\": { \"roads_2\": \"Roads\" } for the parameter under csharp keeps the C# name",
            Assert.Single(lines, line => line.Contains("no longer has", StringComparison.Ordinal)),
            StringComparison.Ordinal);

        _folder.With("workspaces.json", renamed.Replace(
            "\"name\": \"CityMap\"",
            """ "name": "CityMap", "parameters": { "THEMES": { "options": { "roads_2": "Roads" } } }""",
            StringComparison.Ordinal));
        (await _folder.RunAsync("emit", "--output", "code")).MustEndWith(0);
        Assert.Contains(" Roads", _folder.Read(Directory.GetFiles(_folder.PathOf("code"), "*Map*").Single()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Differences_are_listed_the_most_severe_first_with_member_and_line()
    {
        _folder.With(
            "map.json",
            """[{ "name": "THEMES", "type": "LISTBOX", "model": "list", "description": "Themes:", "optional": false, "defaultValue": ["roads"],"""
                + """ "listOptions": [{ "value": "roads" }, { "value": "rivers" }] }, { "name": "NOTES", "type": "TEXT", "model": "string","""
                + """ "description": "Note:", "optional": true }]""");

        ToolResult result = (await _folder.RunAsync("check", "--against", "map.json")).MustEndWith(2);

        Assert.Equal(
            [
                "breaking: CityMap.ThemesOption.Airports: THEMES no longer has the option 'airports'. (City/map.fmw, workspaces.json line 10)",
                "breaking: CityMap.Note: NOTE was removed or made private. (City/map.fmw, workspaces.json line 12). Was it renamed to NOTES? The choice "
                    + "\"name\": \"Note\" for it under csharp keeps the C# name",
                "behaviour: CityMap.Themes: THEMES now has the default 'roads' instead of 'airports'. (City/map.fmw, workspaces.json line 10)",
                "additive: CityMap.ThemesOption.Rivers: THEMES has the new option 'rivers'. (City/map.fmw, workspaces.json line 10)",
                "additive: CityMap.Notes: NOTES is new. (City/map.fmw, workspaces.json line 6)",
                "cosmetic: CityMap.Themes: THEMES has another prompt. (City/map.fmw, workspaces.json line 10)",
            ],
            LinesOf(result));

        JsonNode json = JsonNode.Parse((await _folder.RunAsync("check", "--against", "map.json", "--json")).MustEndWith(2).Output)!;
        Assert.Equal("breaking", (string?)json["worst"]);
        Assert.Equal(6, ((JsonArray)json["differences"]!).Count);
        Assert.Equal(
            """{"class":"breaking","kind":"optionRemoved","repository":"City","workspace":"map.fmw","parameter":"THEMES","member":"CityMap.ThemesOption."""
                + """Airports","message":"THEMES no longer has the option \u0027airports\u0027","line":10}""",
            json["differences"]![0]!.ToJsonString());

        ToolResult annotated = (await _folder.RunAsync("check", "--against", "map.json", "--github")).MustEndWith(2);
        Assert.Equal(
            "::error file=workspaces.json,line=10,title=breaking%3A CityMap.ThemesOption.Airports::THEMES no longer has the option 'airports'",
            LinesOf(annotated)[0]);
        Assert.StartsWith("::warning file=workspaces.json,line=10,", LinesOf(annotated)[2], StringComparison.Ordinal);
        Assert.StartsWith("::notice file=workspaces.json,line=10,", LinesOf(annotated)[3], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("breaking", 1)]
    [InlineData("behaviour", 1)]
    [InlineData("additive", 2)]
    [InlineData("cosmetic", 2)]
    public async Task The_exit_code_follows_the_class_that_is_asked_for(string failOn, int exitCode)
    {
        _folder.With("new.json", Schema.Replace("\"value\": \"roads\" }", "\"value\": \"roads\" }, { \"value\": \"rivers\" }", StringComparison.Ordinal));

        (await _folder.RunAsync("check", "--against", "new.json", "--fail-on", failOn)).MustEndWith(exitCode);
    }

    [Fact]
    public async Task A_schema_file_speaks_of_all_workspaces_and_other_files_of_some()
    {
        _folder.With("less.json", """{ "format": 1, "workspaces": [] }""").With("other.json", "[]");

        ToolResult result = (await _folder.RunAsync("check", "--against", "less.json")).MustEndWith(2);
        Assert.Equal(2, LinesOf(result).Count(line => line.Contains("was removed, and its type with it", StringComparison.Ordinal)));

        (await _folder.RunAsync("check", "--against", "other.json")).MustEndWith(0);
    }

    [Theory]
    [InlineData(
        "There is no schema file missing.json; specify it with --schema, or create it with fmetyped import.",
        "check",
        "--against",
        "map.json",
        "--schema",
        "missing.json")]
    [InlineData("nothing.fmw does not exist.", "check", "--against", "nothing.fmw")]
    [InlineData("new.json: it does not name the repository of the workspace; specify it with --repository.", "check", "--against", "new.json")]
    [InlineData(
        "bad.json(1,2): it contains no parameters, but a list; save the server's response for a workspace, or for its parameters.",
        "check",
        "--against",
        "bad.json")]
    [InlineData(
        "workspaces-bad.json(1,58): FME0003: A workspace has no \"parameters\"; it is the answer of the server's parameters endpoint, [] if there are none",
        "check",
        "--against",
        "map.json",
        "--schema",
        "workspaces-bad.json")]
    public async Task What_cannot_be_compared_ends_with_4_and_a_line_that_says_what_to_do(string line, params string[] arguments)
    {
        _folder.With("map.json", "[]").With("new.json", "[]")
            .With("bad.json", "[[]]")
            .With("workspaces-bad.json", """{ "format": 1, "workspaces": [                           { "repository": "R", "workspace": "a.fmw" }] }""");

        ToolResult result = (await _folder.RunAsync(arguments)).MustEndWith(4);

        Assert.Equal(line, Assert.Single(result.Errors.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries)));
    }

    private static string[] LinesOf(ToolResult result) => result.Output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);

    public void Dispose() => _folder.Dispose();
}
