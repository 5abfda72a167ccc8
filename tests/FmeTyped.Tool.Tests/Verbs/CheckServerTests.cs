using System.Text.Json.Nodes;
using FmeTyped.Testing;
using FmeTyped.Tool.Tests.Harness;

namespace FmeTyped.Tool.Tests.Verbs;

/// <summary><c>check --server</c> as a process against emulators of both versions.</summary>
public sealed class CheckServerTests : IDisposable
{
    private const string Map =
        """
        { "repository": "City", "workspace": "map.fmw", "title": "Map", "services": ["fmedatadownload", "fmejobsubmitter"], "parameters": [
          { "name": "THEMES", "type": "LISTBOX", "model": "list", "description": "Layers:", "optional": false, "defaultValue": ["airports"],
            "listOptions": [{ "caption": "airports", "value": "airports" }, { "caption": "roads", "value": "roads" }] },
          { "name": "NOTE", "type": "TEXT", "model": "string", "description": "Note:", "optional": true, "defaultValue": "" },
          { "name": "PASS", "type": "PASSWORD", "model": "string", "description": "Pass:", "optional": true, "defaultValue": "sesame" }] }
        """;

    private const string Other = """{ "repository": "City", "workspace": "other.fmw", "title": "Other", "services": ["fmejobsubmitter"], "parameters": [] }""";
    private const string Far = """{ "repository": "Far", "workspace": "away.fmw", "title": "Away", "services": ["fmejobsubmitter"], "parameters": [] }""";
    private const string Nobody = "http://127.0.0.1:9";

    private static readonly string Wider =
        Map.Replace("\"value\": \"roads\" }", "\"value\": \"roads\" }, { \"caption\": \"rivers\", \"value\": \"rivers\" }", StringComparison.Ordinal);
    private static readonly string WithoutNote = Map.Replace("\"NOTE\"", "\"REMARK\"", StringComparison.Ordinal);

    private readonly ToolFolder _folder = new ToolFolder().With("workspaces.json", TestServer.SchemaOf(Map, Other));

    public static TheoryData<FmeFlowApis> Apis => [FmeFlowApis.V3, FmeFlowApis.V4];

    [Theory]
    [MemberData(nameof(Apis))]
    public async Task What_was_pulled_differs_in_nothing_from_either_version(FmeFlowApis pulled)
    {
        await using FmeFlowEmulator v3 = await TestServer.StartAsync(FmeFlowApis.V3, Far, Other, Map);
        await using FmeFlowEmulator v4 = await TestServer.StartAsync(FmeFlowApis.V4, Far, Other, Map);
        File.Delete(_folder.PathOf("workspaces.json"));
        (await _folder.Using(pulled == FmeFlowApis.V3 ? v3 : v4).RunAsync("pull")).MustEndWith(0);

        foreach (FmeFlowEmulator server in new[] { v3, v4 })
        {
            Assert.Equal(
                "Nothing differs." + Environment.NewLine, (await _folder.Using(server).RunAsync("check", "--fail-on", "cosmetic")).MustEndWith(0).Output);
        }
    }

    [Theory]
    [MemberData(nameof(Apis))]
    public async Task Differences_are_classed_and_the_exit_code_says_how_grave_they_are(FmeFlowApis api)
    {
        await using FmeFlowEmulator wider = await TestServer.StartAsync(api, Wider, Other);
        _folder.Using(wider);
        ToolResult additive = (await _folder.RunAsync("check")).MustEndWith(1);
        Assert.Equal(
            "additive: Map.ThemesOption.Rivers: THEMES has the new option 'rivers'. (City/map.fmw, workspaces.json line 2)", Assert.Single(LinesOf(additive)));
        (await _folder.RunAsync("check", "--fail-on", "additive")).MustEndWith(2);

        await using FmeFlowEmulator renamed = await TestServer.StartAsync(api, WithoutNote, Other);
        ToolResult breaking = (await _folder.Using(renamed).RunAsync("check", "--json")).MustEndWith(2);
        JsonNode json = JsonNode.Parse(breaking.Output)!;
        Assert.Equal("parameterRemoved", (string?)json["differences"]![0]!["kind"]);
        Assert.Equal("parameterAdded", (string?)json["differences"]![1]!["kind"]);
        JsonNode server = Assert.Single((JsonArray)json["servers"]!)!;
        Assert.Equal(renamed.ServerUrl.ToString(), (string?)server["url"]);
        Assert.Equal("compared", (string?)server["outcome"]);
        Assert.Null(server["server"]);
    }

    [Theory]
    [MemberData(nameof(Apis))]
    public async Task A_workspace_may_be_gone_or_moved_and_a_service_deregistered(FmeFlowApis api)
    {
        string deregistered = Map.Replace("\"fmedatadownload\", ", "", StringComparison.Ordinal);
        string moved = Other.Replace("\"City\"", "\"Town\"", StringComparison.Ordinal);
        await using FmeFlowEmulator server = await TestServer.StartAsync(api, deregistered, moved, Far);

        Assert.Equal(
            [
                "breaking: Map: is no longer registered for the service fmedatadownload. (City/map.fmw, workspaces.json line 1)",
                "breaking: Other: moved to the repository Town, and its type to the namespace Fme.Town. (City/other.fmw, workspaces.json line 5)",
            ],
            LinesOf((await _folder.Using(server).RunAsync("check")).MustEndWith(2)));

        await using FmeFlowEmulator empty = await TestServer.StartAsync(api, Map, Far);
        Assert.Equal(
            "breaking: Other: was removed, and its type with it. (City/other.fmw, workspaces.json line 5). The token's user may also lack permission to see it",
            Assert.Single(LinesOf((await _folder.Using(empty).RunAsync("check")).MustEndWith(2))));
    }

    [Theory]
    [MemberData(nameof(Apis))]
    public async Task A_secrets_default_and_what_only_the_server_can_list_are_never_compared(FmeFlowApis api)
    {
        static string Zones(string zone) =>
            $$"""
            { "repository": "City", "workspace": "zones.fmw", "title": "Zones", "services": ["fmejobsubmitter"], "parameters": [
              { "name": "ZONE", "type": "dropdown", "prompt": "Zone", "required": false, "choiceSettings": { "choiceSet": "readerValues", "choices": [{ "display": "{{zone}}", "value": "{{zone}}" }] } }] }
            """;

        _folder.With("workspaces.json", TestServer.SchemaOf(Map, Zones("north")));
        await using FmeFlowEmulator server = await TestServer.StartAsync(api, Map.Replace("sesame", "opensesame", StringComparison.Ordinal), Zones("south"));

        ToolResult result = (await _folder.Using(server).RunAsync("check", "--fail-on", "cosmetic")).MustEndWith(0);

        Assert.DoesNotContain("sesame", result.Output + result.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Apis))]
    public async Task What_the_file_does_not_name_is_new_only_where_it_was_asked_for(FmeFlowApis api)
    {
        await using FmeFlowEmulator server = await TestServer.StartAsync(api, WithoutNote, Other, Far);
        _folder.With("workspaces.json", TestServer.SchemaOf(Map)).Using(server);

        Assert.DoesNotContain("is new. (City/other", (await _folder.RunAsync("check")).MustEndWith(2).Output, StringComparison.Ordinal);

        ToolResult city = (await _folder.RunAsync("check", "--repository", "Ci*", "--workspace", "o*")).MustEndWith(1);
        Assert.Equal("additive: Other: is new. (City/other.fmw, workspaces.json line 1)", Assert.Single(LinesOf(city)));

        // A repository that is gone takes its workspaces with it.
        await using FmeFlowEmulator elsewhere = await TestServer.StartAsync(api, Far);
        Assert.Contains(
            "Map: was removed", (await _folder.Using(elsewhere).RunAsync("check", "--repository", "City")).MustEndWith(2).Output, StringComparison.Ordinal);
        Assert.Contains("Nothing to compare", (await _folder.RunAsync("check", "--repository", "Nowhere")).MustEndWith(4).Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_report_says_which_server_it_is_of()
    {
        await using FmeFlowEmulator test = await TestServer.StartAsync(FmeFlowApis.V4, "alpha", [Map, Other]);
        await using FmeFlowEmulator production = await TestServer.StartAsync(FmeFlowApis.V3, "beta", [WithoutNote, Other]);
        _folder.Environment["FME_TOKEN_TEST"] = "alpha";
        _folder.Environment["FME_TOKEN_PROD_EU"] = "beta";
        _folder.Environment["FME_TOKEN"] = "gamma";
        string[] arguments = ["check", "--server", $"test={test.ServerUrl}", "--server", $"prod-eu={production.ServerUrl}"];

        Assert.Equal(
            [
                "test: nothing differs.",
                "prod-eu: breaking: Map.Note: NOTE was removed or made private. (City/map.fmw, workspaces.json line 4)",
                "prod-eu: additive: Map.Remark: REMARK is new. (City/map.fmw, workspaces.json line 1)",
            ],
            LinesOf(Silent(await _folder.RunAsync(arguments)).MustEndWith(2)));

        ToolResult annotated = Silent(await _folder.RunAsync([.. arguments, "--github"])).MustEndWith(2);
        Assert.Equal("::error file=workspaces.json,line=4,title=prod-eu%3A breaking%3A Map.Note::NOTE was removed or made private", LinesOf(annotated)[0]);

        JsonNode json = JsonNode.Parse(Silent(await _folder.RunAsync([.. arguments, "--json"])).MustEndWith(2).Output)!;
        Assert.Equal(["test", "prod-eu"], ((JsonArray)json["servers"]!).Select(server => (string?)server!["server"]));
        Assert.Equal([null, "breaking"], ((JsonArray)json["servers"]!).Select(server => (string?)server!["worst"]));
        Assert.All((JsonArray)json["differences"]!, difference => Assert.Equal("prod-eu", (string?)difference!["server"]));
    }

    [Fact]
    public async Task A_server_that_cannot_be_compared_with_does_not_keep_the_others_from_it()
    {
        await using FmeFlowEmulator same = await TestServer.StartAsync(FmeFlowApis.V4, "alpha", [Map, Other]);
        await using FmeFlowEmulator wider = await TestServer.StartAsync(FmeFlowApis.V3, "alpha", [Wider, Other]);
        _folder.Environment["FME_TOKEN"] = "alpha";
        _folder.Environment["FME_TOKEN_EXPIRED"] = "beta";

        ToolResult unreachable = Silent(await _folder.RunAsync("check", "--server", $"gone={Nobody}", "--server", $"test={wider.ServerUrl}")).MustEndWith(3);
        Assert.Contains("gone: ", unreachable.Errors, StringComparison.Ordinal);
        Assert.StartsWith("test: additive: ", Assert.Single(LinesOf(unreachable)), StringComparison.Ordinal);

        Silent(await _folder.RunAsync("check", "--server", $"gone={Nobody}", "--server", $"test={wider.ServerUrl}", "--fail-on", "additive")).MustEndWith(2);

        string[] arguments =
            ["check", "--server", $"gone={Nobody}", "--server", $"expired={same.ServerUrl}", "--server", $"test={same.ServerUrl}", "--json", "--github"];
        ToolResult refused = Silent(await _folder.RunAsync(arguments)).MustEndWith(4);
        Assert.Contains("::error file=workspaces.json,line=1,title=gone%3A not compared::", refused.Output, StringComparison.Ordinal);
        JsonNode json = JsonNode.Parse(refused.Output[refused.Output.IndexOf('{', StringComparison.Ordinal)..])!;
        Assert.Equal(["unreachable", "refused", "compared"], ((JsonArray)json["servers"]!).Select(server => (string?)server!["outcome"]));
        Assert.Single((JsonArray)json["servers"]![1]!["problems"]!);

        Silent(await _folder.RunAsync("check", "--server", Nobody)).MustEndWith(3);
    }

    [Theory]
    [InlineData(403, "it does not exist, or the token's user may not read it; grant the user permission to read in the repository.")]
    [InlineData(404, "the server lists it, but responds that it does not exist; check that the token's user may read it, or try again.")]
    public async Task A_workspace_that_may_not_be_read_is_not_taken_for_gone(int status, string problem)
    {
        await using FmeFlowEmulator server = await TestServer.StartAsync(FmeFlowApis.V4, Map);
        _folder.With("workspaces.json", TestServer.SchemaOf(Map)).Using(server);
        server.Faults.Add(FmeRequestKind.Any, FmeFault.Status(status));

        ToolResult result = (await _folder.RunAsync("check", "--api", "v4")).MustEndWith(4);

        Assert.Equal("", result.Output);
        Assert.Contains($"City/map.fmw: {problem}", result.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Nothing to compare with. Specify a server with --server or FME_URL, or files with --against.")]
    [InlineData(
        "There is no token for prod.eu; set FME_TOKEN_PROD_EU or FME_TOKEN, or pass it on standard input with --token-stdin.",
        "--server",
        "prod.eu=http://127.0.0.1:9")]
    [InlineData("The server's address has to look like https://fme.example.com, without user, password and query.", "--server", "test=alpha")]
    [InlineData(
        "The server's address has to look like https://fme.example.com, without user, password and query.", "--server", "http://127.0.0.1:9?token=sesame")]
    [InlineData(
        "Two servers are called test; give each its own name with --server name=url.",
        "--server",
        "test=http://127.0.0.1:9",
        "--server",
        "test=http://127.0.0.1:10",
        "--token-stdin")]
    [InlineData(
        "--against replaces --server, and allows one --repository at most and no --workspace. Remove one or the other.",
        "--server",
        "http://127.0.0.1:9",
        "--against",
        "workspaces.json")]
    public async Task What_cannot_be_asked_ends_with_4_and_a_line_that_says_what_to_do(string line, params string[] arguments)
    {
        ToolResult result = (await _folder.RunWithInputAsync("alpha", ["check", .. arguments])).MustEndWith(4);

        Assert.Equal(line, Assert.Single(result.Errors.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries)));
    }

    public void Dispose() => _folder.Dispose();

    private static string[] LinesOf(ToolResult result) => result.Output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);

    private static ToolResult Silent(ToolResult result)
    {
        foreach (string token in new[] { "alpha", "beta", "gamma", "sesame" })
        {
            Assert.DoesNotContain(token, result.Output + result.Errors, StringComparison.Ordinal);
        }

        return result;
    }
}
