using System.IO.Compression;
using System.Text.Json;
using FmeTyped.Schema.Tests.Fmw;
using FmeTyped.Tool.Tests.Harness;

namespace FmeTyped.Tool.Tests.Verbs;

public sealed class ImportTests : IDisposable
{
    private readonly ToolFolder _folder = new();

    [Fact]
    public async Task A_schema_file_is_written_in_one_order_with_secrets_withheld_and_movable_names_frozen()
    {
        _folder.With("in/map.json", Answers.V3List).With("in/download.json", Answers.V3Item).With("in/report.json", Answers.V4Record);

        ToolResult result = (await _folder.RunAsync("import", "in", "--repository", "City")).MustEndWith(0);

        Assert.Equal(
            """
            {
              "$schema": "https://raw.githubusercontent.com/fmetyped/fmetyped/main/src/FmeTyped/build/workspaces.schema.json",
              "format": 1,
              "workspaces": [
                {
                  "repository": "City",
                  "workspace": "download.fmw",
                  "title": "Download",
                  "services": ["fmedatadownload", "fmejobsubmitter"],
                  "parameters": [
                    {
                      "name": "MAXY",
                      "type": "FLOAT",
                      "model": "string",
                      "description": "Maximum:",
                      "optional": false,
                      "defaultValue": "35"
                    }
                  ]
                },
                {
                  "repository": "City",
                  "workspace": "map.fmw",
                  "parameters": [
                    {
                      "name": "THEMES",
                      "type": "LISTBOX",
                      "model": "list",
                      "description": "Layers:",
                      "optional": false,
                      "defaultValue": ["airports"],
                      "listOptions": [
                        { "caption": "Airports", "value": "airports" },
                        { "caption": "Roads", "value": "roads" }
                      ]
                    },
                    {
                      "name": "API_TOKEN",
                      "type": "TEXT",
                      "model": "string",
                      "description": "Token:",
                      "optional": true,
                      "defaultWithheld": true
                    },
                    {
                      "name": "SCALE",
                      "type": "CHOICE",
                      "model": "string",
                      "description": "Scale:",
                      "optional": false,
                      "defaultValue": "1",
                      "listOptions": [
                        { "caption": "Small", "value": "1" },
                        { "caption": "Large", "value": "2" }
                      ]
                    }
                  ],
                  "csharp": {
                    "parameters": {
                      "SCALE": {
                        "options": { "1": "Small", "2": "Large" }
                      }
                    }
                  }
                },
                {
                  "repository": "City",
                  "workspace": "report.fmw",
                  "title": "Report",
                  "description": "Of a parcel.",
                  "services": ["fmejobsubmitter"],
                  "parameters": [
                    {
                      "name": "ACCESS",
                      "type": "group",
                      "prompt": "Access",
                      "parameters": [
                        {
                          "name": "PASSPHRASE",
                          "type": "password",
                          "prompt": "Passphrase",
                          "required": false,
                          "defaultWithheld": true
                        },
                        {
                          "name": "HIDDEN_PASSWORD",
                          "type": "text",
                          "prompt": "",
                          "defaultWithheld": true,
                          "visibility": "hiddenEnabled"
                        }
                      ]
                    },
                    {
                      "name": "PARCEL",
                      "type": "text",
                      "prompt": "Parcel",
                      "required": true,
                      "valueType": "string"
                    }
                  ]
                }
              ]
            }

            """.ReplaceLineEndings("\n"),
            _folder.Read("workspaces.json"));
        Assert.Contains("additive: Map: is new. (City/map.fmw, workspaces.json line 23)", result.Output, StringComparison.Ordinal);
        Assert.Equal("", result.Errors);
        Assert.Single(Directory.GetFiles(_folder.Path));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public async Task A_second_import_of_the_same_leaves_the_file_as_it_is_to_the_byte(string lineEnd)
    {
        _folder.With("map.json", Answers.V3List).With("report.json", Answers.V4Record);
        (await _folder.RunAsync("import", "map.json", "report.json", "--repository", "City")).MustEndWith(0);
        string text = _folder.Read("workspaces.json").ReplaceLineEndings(lineEnd);
        _folder.With("workspaces.json", text);
        DateTime written = File.GetLastWriteTimeUtc(_folder.PathOf("workspaces.json"));

        ToolResult again = (await _folder.RunAsync("import", "map.json", "report.json", "--repository", "City")).MustEndWith(0);

        Assert.Equal("workspaces.json is current." + Environment.NewLine, again.Output);
        Assert.Equal(text, _folder.Read("workspaces.json"));
        Assert.Equal(written, File.GetLastWriteTimeUtc(_folder.PathOf("workspaces.json")));
    }

    [Fact]
    public async Task The_order_of_inputs_and_of_keys_does_not_matter()
    {
        string shuffled = Answers.V3List
            .Replace("\"value\": \"airports\", \"caption\": \"Airports\"", "\"caption\": \"Airports\", \"value\": \"airports\"", StringComparison.Ordinal)
            .Replace("\"type\": \"TEXT\", \"name\": \"API_TOKEN\"", "\"name\": \"API_TOKEN\", \"type\": \"TEXT\"", StringComparison.Ordinal);
        _folder.With("a/map.json", Answers.V3List).With("b/map.json", shuffled).With("report.json", Answers.V4Record).With("download.json", Answers.V3Item);
        (await _folder.RunAsync("import", "a/map.json", "report.json", "download.json", "--repository", "City")).MustEndWith(0);
        string once = _folder.Read("workspaces.json");
        File.Delete(_folder.PathOf("workspaces.json"));

        (await _folder.RunAsync("import", "download.json", "--repository", "City")).MustEndWith(0);
        (await _folder.RunAsync("import", "report.json", "b/map.json", "--repository", "City")).MustEndWith(0);

        Assert.Equal(once, _folder.Read("workspaces.json"));
    }

    [Fact]
    public async Task What_a_source_does_not_speak_of_is_kept()
    {
        _folder.With("workspaces.json", """
            { "team": "GIS", "format": 1, "workspaces": [
              { "owner": "Anna", "workspace": "map.fmw", "repository": "City", "title": "Map", "services": ["fmejobsubmitter"], "parameters": [],
                "csharp": { "parameters": { "THEMES": { "name": "Layers" }, "API_TOKEN": { "secret": false } }, "name": "CityMap" } },
              { "workspace": "other.fmw", "repository": "City", "parameters": { "items": [{ "name": "A", "type": "TEXT", "model": "string", "optional": true }] } }] }
            """).With("map.json", Answers.V3List);

        ToolResult result = (await _folder.RunAsync("import", "map.json", "--repository", "City")).MustEndWith(0);

        string text = _folder.Read("workspaces.json");
        Assert.StartsWith(
            "{\n  \"format\": 1,\n  \"workspaces\": [\n    {\n      \"repository\": \"City\",\n      \"workspace\": \"map.fmw\",\n      \"title\": "
                + "\"Map\",\n      \"services\": [\"fmejobsubmitter\"],\n",
            text,
            StringComparison.Ordinal);
        Assert.Contains("\"owner\": \"Anna\"", text, StringComparison.Ordinal);
        Assert.EndsWith("\"team\": \"GIS\"\n}\n", text, StringComparison.Ordinal);
        Assert.Contains(
            "\"THEMES\": { \"name\": \"Layers\" },\n          \"API_TOKEN\": { \"secret\": false },\n          \"SCALE\"", text, StringComparison.Ordinal);
        Assert.Contains("\"defaultValue\": \"sesame\"", text, StringComparison.Ordinal);
        Assert.Contains("\"workspace\": \"other.fmw\"", text, StringComparison.Ordinal);
        Assert.Contains("CityMap.Layers", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_frozen_name_stays_when_its_caption_goes_or_a_clash_comes()
    {
        _folder.With("map.json", Answers.V3List);
        (await _folder.RunAsync("import", "map.json", "--repository", "City")).MustEndWith(0);
        _folder.With("map.json", Answers.V3List.Replace("\"Large\"", "\"Huge\"", StringComparison.Ordinal));

        ToolResult renamed = (await _folder.RunAsync("import", "map.json", "--repository", "City")).MustEndWith(0);

        Assert.Contains("cosmetic: Map.ScaleOption.Large", renamed.Output, StringComparison.Ordinal);
        Assert.Contains("{ \"1\": \"Small\", \"2\": \"Large\" }", _folder.Read("workspaces.json"), StringComparison.Ordinal);

        _folder.With("in/my map.json", Answers.V3List).With("in/my-map.json", Answers.V3List);
        (await _folder.RunAsync("import", "in", "--repository", "City")).MustEndWith(0);
        Assert.Matches("\"csharp\": \\{\n        \"name\": \"MyMap\",", _folder.Read("workspaces.json"));
        Assert.Matches("\"csharp\": \\{\n        \"name\": \"MyMap_[0-9a-f]{4}\",", _folder.Read("workspaces.json"));
    }

    [Fact]
    public async Task A_name_that_is_too_long_to_be_read_gets_a_shorter_one_of_whole_words()
    {
        const string Long = "one attribute that says how the area of reference is to be compared with the detailed one";
        const string Short = "OneAttributeThatSaysHowTheAreaOfReferenceIsToBeCompared";
        string Response(string first, string second) => $$"""
            [{ "name": "{{first}}", "type": "dropdown", "prompt": "P",
               "choices": [{ "display": "A", "value": "{{Long}} a" }, { "display": "B", "value": "{{Long}} b" }, { "display": "C", "value": "c" }] },
             { "name": "{{second}}", "type": "text", "prompt": "P" },
             { "name": "{{new string('x', 70)}}", "type": "text", "prompt": "P" },
             { "name": "{{new string('y', 60)}}", "type": "text", "prompt": "P" }]
            """;
        _folder.With($"map {Long}.json", Response($"{Long} 1", $"{Long} 2"));

        (await _folder.RunAsync("import", $"map {Long}.json", "--repository", "Maps")).MustEndWith(0);

        string first = _folder.Read("workspaces.json");
        JsonElement csharp = JsonSerializer.Deserialize<JsonElement>(first).GetProperty("workspaces")[0].GetProperty("csharp");
        JsonElement parameters = csharp.GetProperty("parameters");
        Assert.Equal("MapOneAttributeThatSaysHowTheAreaOfReferenceIsToBe", csharp.GetProperty("name").GetString());
        Assert.Equal(Short, parameters.GetProperty($"{Long} 1").GetProperty("name").GetString());
        Assert.Matches($"^{Short}_[0-9a-f]{{4}}$", parameters.GetProperty($"{Long} 2").GetProperty("name").GetString());
        Assert.Equal("X" + new string('x', 54), parameters.GetProperty(new string('x', 70)).GetProperty("name").GetString());
        JsonElement options = parameters.GetProperty($"{Long} 1").GetProperty("options");
        Assert.Equal(Short, options.GetProperty($"{Long} a").GetString());
        Assert.Matches($"^{Short}_[0-9a-f]{{4}}$", options.GetProperty($"{Long} b").GetString());
        Assert.False(parameters.TryGetProperty(new string('y', 60), out _));

        // Neither a second import nor the order of the records moves a name.
        (await _folder.RunAsync("import", $"map {Long}.json", "--repository", "Maps")).MustEndWith(0);
        Assert.Equal(first, _folder.Read("workspaces.json"));
        File.Delete(_folder.PathOf("workspaces.json"));
        _folder.With($"map {Long}.json", Response($"{Long} 2", $"{Long} 1"));
        (await _folder.RunAsync("import", $"map {Long}.json", "--repository", "Maps")).MustEndWith(0);
        JsonElement again =
            JsonSerializer.Deserialize<JsonElement>(_folder.Read("workspaces.json")).GetProperty("workspaces")[0].GetProperty("csharp");
        Assert.Equal(Short, again.GetProperty("parameters").GetProperty($"{Long} 1").GetProperty("name").GetString());
    }

    [Fact]
    public async Task The_surface_is_kept_where_csharp_can_keep_it()
    {
        const string Before = """
            [{ "name": "COUNT", "type": "INTEGER", "model": "string", "optional": true },
             { "name": "TITLE", "type": "TEXT", "model": "string", "optional": true },
             { "name": "NOTE", "type": "TEXT", "model": "string", "optional": true }]
            """;
        const string Now = """
            [{ "name": "COUNT", "type": "TEXT", "model": "string", "optional": true },
             { "name": "TITLE", "type": "PASSWORD", "model": "string", "optional": true },
             { "name": "NOTE", "type": "TEXT", "model": "string", "optional": false },
             { "name": "Count", "type": "TEXT", "model": "string", "optional": true }]
            """;
        _folder.With("map.json", Before);
        (await _folder.RunAsync("import", "map.json", "--repository", "City")).MustEndWith(0);
        _folder.With("map.json", Now);

        ToolResult preview = (await _folder.RunAsync("import", "map.json", "--repository", "City", "--dry-run")).MustEndWith(0);
        Assert.Contains("breaking: Map.Count: COUNT is now called", preview.Output, StringComparison.Ordinal);
        Assert.Contains("breaking: Map.Title", preview.Output, StringComparison.Ordinal);
        Assert.Contains("breaking: Map.Note", preview.Output, StringComparison.Ordinal);
        Assert.Contains("would be written", preview.Output, StringComparison.Ordinal);

        ToolResult kept = (await _folder.RunAsync("import", "map.json", "--repository", "City", "--keep-api")).MustEndWith(0);

        // That the server refuses a blank now is no matter of C#.
        Assert.Equal(
            "breaking: Map.Note: NOTE may no longer be blank",
            Assert.Single(kept.Output.Split('.' + Environment.NewLine), line => line.StartsWith("breaking", StringComparison.Ordinal)).Split(". (")[0]);
        string text = _folder.Read("workspaces.json");
        Assert.Contains("\"COUNT\": { \"name\": \"Count\", \"type\": \"integer\" }", text, StringComparison.Ordinal);
        Assert.Contains("\"TITLE\": { \"secret\": false }", text, StringComparison.Ordinal);
        Assert.Contains("\"NOTE\": { \"required\": false }", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Prune_drops_what_is_gone_of_the_imported_repositories()
    {
        _folder.With("workspaces.json", """
            { "format": 1, "workspaces": [
              { "repository": "City", "workspace": "old.fmw", "parameters": [] }, { "repository": "Land", "workspace": "old.fmw", "parameters": [] }] }
            """).With("map.json", Answers.V3List);

        (await _folder.RunAsync("import", "map.json", "--repository", "City")).MustEndWith(0);
        Assert.Contains("old.fmw", _folder.Read("workspaces.json").Split("Land")[0], StringComparison.Ordinal);

        ToolResult pruned = (await _folder.RunAsync("import", "map.json", "--repository", "City", "--prune")).MustEndWith(0);
        Assert.Contains("breaking: Old: was removed", pruned.Output, StringComparison.Ordinal);
        string[] parts = _folder.Read("workspaces.json").Split("Land");
        Assert.DoesNotContain("old.fmw", parts[0], StringComparison.Ordinal);
        Assert.Contains("old.fmw", parts[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_workspace_file_says_the_same_as_the_answer_of_a_server()
    {
        byte[] workspace = new WorkspaceText { Title = "Map" }
            .With("GUI LISTBOX THEMES airports%roads Layers:", "airports")
            .With("GUI OPTIONAL PASSWORD KEY Key:", "sesame")
            .ToBytes();
        _folder.With("in/map.fmw", workspace).With("in/deep/er/plan.fmw", workspace).With("in/notes.txt", "none of it");

        (await _folder.RunAsync("import", "in/**/*.fmw", "--repository", "City")).MustEndWith(0);

        string text = _folder.Read("workspaces.json");
        Assert.Contains("\"workspace\": \"plan.fmw\",\n      \"title\": \"Map\"", text, StringComparison.Ordinal);
        Assert.Contains("\"type\": \"LISTBOX\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("sesame", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_template_is_read_as_the_archive_that_it_is()
    {
        byte[] workspace = new WorkspaceText { Title = "Map" }.With("GUI TEXT A Prompt").ToBytes();
        _folder.With("in/template.fmwt", Zip(("templateInfo.xml", [1]), ("map.fmw", workspace)));

        (await _folder.RunAsync("import", "in", "--repository", "City")).MustEndWith(0);

        Assert.Contains("\"workspace\": \"map.fmw\",\n      \"title\": \"Map\"", _folder.Read("workspaces.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_template_that_cannot_be_read_is_an_error_that_says_why()
    {
        byte[] workspace = new WorkspaceText().With("GUI TEXT A Prompt").ToBytes();
        byte[] damaged = Zip(("map.fmw", [.. workspace, .. new byte[5000]]));
        damaged.AsSpan(60, 40).Fill(0xFF);
        _folder
            .With("in/cut.fmwt", Zip(("map.fmw", workspace))[..^30])
            .With("in/damaged.fmwt", damaged)
            .With("in/empty.fmwt", Zip(("templateInfo.xml", [1])))
            .With("in/ok.fmwt", Zip(("ok.fmw", workspace)))
            .With("in/two.fmwt", Zip(("a.fmw", workspace), ("b.fmw", workspace)));

        ToolResult result = (await _folder.RunAsync("import", "in", "--repository", "City")).MustEndWith(1);

        Assert.Equal(
            [
                "in/cut.fmwt: it is not the ZIP archive that a template is, or its end is missing; get the file again.",
                "in/damaged.fmwt: map.fmw in it is damaged; get the file again.",
                "in/empty.fmwt: it is a ZIP archive without a workspace file (.fmw).",
                "in/two.fmwt: it has 2 workspace files (a.fmw, b.fmw); unpack it, and name one of them.",
            ],
            result.Errors.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("ok.fmw", _folder.Read("workspaces.json"), StringComparison.Ordinal);
    }

    [CorpusFact]
    public async Task A_real_template_is_read()
    {
        _folder.With("real.fmwt", File.ReadAllBytes(Corpus.PathOf("fmw", "x-safesoftware-1b-attributesumbyrow.fmwt")));

        (await _folder.RunAsync("import", "real.fmwt", "--repository", "City")).MustEndWith(0);

        Assert.Contains("\"workspace\": \"1b.fmw\"", _folder.Read("workspaces.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_says_what_it_skipped()
    {
        _folder.With("in/map.json", Answers.V3List).With("in/notes.txt", "x").With("in/data/roads.gml", "x").With("in/old.workspaces.json", "{}");

        ToolResult result = (await _folder.RunAsync("import", "in", "--repository", "City")).MustEndWith(0);

        Assert.Equal(
            $"in: skipped {Path.Join("data", "roads.gml")}, notes.txt, old.workspaces.json; only .fmw, .fmwt and .json files are read, and no schema files.",
            result.Errors.TrimEnd());
    }

    [Fact]
    public async Task A_bad_file_is_named_with_its_line_and_the_others_are_imported()
    {
        _folder
            .With("in/map.json", Answers.V3List)
            .With("in/broken.json", "[\n  { \"name\": \"A\" \"type\": \"TEXT\" }\n]")
            .With("in/half.json", "[\n\n{ \"name\": \"A\", \"model\": \"string\" }]")
            .With("in/token.json", """{ "name": "ci", "type": "USER", "token": "sesame", "enabled": true }""")
            .With("in/error.json", """{ "message": "Item x.fmw does not exist." }""")
            .With("in/list.json", """{ "items": [{ "name": "map.fmw", "type": "WORKSPACE" }] }""")
            .With("in/zip.fmw", "PK\u0003\u0004...")
            .With("in/cut.fmw", "#! <?xml version=\"1.0\" encoding=\"UTF-8\" ?>\n#! <WORKSPACE\n#!   TITLE=\"x\"");

        ToolResult result = (await _folder.RunAsync("import", "in", "--repository", "City")).MustEndWith(1);

        string[] errors = result.Errors.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(7, errors.Length);
        Assert.StartsWith("in/broken.json(2,17): it is not JSON:", errors[0], StringComparison.Ordinal);
        Assert.StartsWith("in/cut.fmw(3,", errors[1], StringComparison.Ordinal);
        Assert.Equal(
            "in/error.json(1,1): it contains no parameters, but a message of the server (Item x.fmw does not exist); save the server's response for a "
                + "workspace, or for its parameters.",
            errors[2]);
        Assert.StartsWith("in/half.json(3,1): FME0003: ", errors[3], StringComparison.Ordinal);
        Assert.StartsWith("in/list.json(1,1): it lists workspaces without their parameters;", errors[4], StringComparison.Ordinal);
        Assert.StartsWith("in/token.json(1,1): it contains no parameters,", errors[5], StringComparison.Ordinal);
        Assert.StartsWith("in/zip.fmw: FME0014:", errors[6], StringComparison.Ordinal);
        Assert.Contains("map.fmw", _folder.Read("workspaces.json"), StringComparison.Ordinal);
        Assert.DoesNotContain("sesame", _folder.Read("workspaces.json") + result.Output + result.Errors, StringComparison.Ordinal);

        (await _folder.RunAsync("import", "in", "--repository", "City", "--prune")).MustEndWith(4);
        (await _folder.RunAsync("import", "in/error.json", "--repository", "City")).MustEndWith(4);
    }

    [Fact]
    public async Task A_workspace_of_two_inputs_is_taken_from_neither()
    {
        _folder.With("a/map.json", Answers.V3List).With("b/map.json", Answers.V3List).With("report.json", Answers.V4Record);

        ToolResult result = (await _folder.RunAsync("import", "a", "b", "report.json", "--repository", "City")).MustEndWith(1);

        Assert.Equal("City/map.fmw is in a/map.json and in b/map.json; specify only one of them." + Environment.NewLine, result.Errors);
        Assert.DoesNotContain("map.fmw", _folder.Read("workspaces.json"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ \"format\": 1, \"workspaces\": [ }", "workspaces.json(1,32): FME0001:")]
    [InlineData("{ \"format\": 2, \"workspaces\": [] }", "workspaces.json(1,13): FME0002:")]
    [InlineData("{ \"format\": 1, \"workspaces\": [{ \"repository\": \"City\" }] }", "workspaces.json(1,31): FME0003:")]
    public async Task A_schema_file_that_is_not_understood_is_not_touched(string text, string error)
    {
        _folder.With("workspaces.json", text).With("map.json", Answers.V3List);

        ToolResult result = (await _folder.RunAsync("import", "map.json", "--repository", "City")).MustEndWith(4);

        Assert.StartsWith(error, result.Errors, StringComparison.Ordinal);
        Assert.Equal(text, _folder.Read("workspaces.json"));
    }

    [Theory]
    [InlineData("nothing.json does not exist.", "import", "nothing.json")]
    [InlineData("*.nothing contains no files to import: .fmw or .fmwt files, or .json files with responses of the server.", "import", "*.nothing")]
    [InlineData("map.json: it does not name the repository of the workspace; specify it with --repository.", "import", "map.json")]
    [InlineData("Required argument 'files' missing for command: 'import'. See fmetyped import --help.", "import")]
    [InlineData("There is no option '--colour'. See fmetyped import --help.", "import", "map.json", "--colour")]
    public async Task A_users_mistake_is_a_line_that_says_what_to_do(string line, params string[] arguments)
    {
        _folder.With("map.json", Answers.V3List);

        ToolResult result = (await _folder.RunAsync(arguments)).MustEndWith(4);

        Assert.Equal(line, result.Errors.Split(Environment.NewLine)[0]);
        Assert.False(File.Exists(_folder.PathOf("workspaces.json")));
    }

    private static byte[] Zip(params IReadOnlyList<(string Name, byte[] Content)> entries)
    {
        using var content = new MemoryStream();
        using (var archive = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, byte[] bytes) in entries)
            {
                using Stream entry = archive.CreateEntry(name).Open();
                entry.Write(bytes);
            }
        }

        return content.ToArray();
    }

    public void Dispose() => _folder.Dispose();
}
