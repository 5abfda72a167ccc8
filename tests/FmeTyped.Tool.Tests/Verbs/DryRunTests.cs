using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FmeTyped.Testing;
using FmeTyped.Tool.Tests.Harness;

namespace FmeTyped.Tool.Tests.Verbs;

/// <summary><c>fmetyped run --dry-run</c>: what it prints is what a run sends, and it sends nothing.</summary>
public sealed partial class DryRunTests : IDisposable
{
    private const string Import =
        """
        { "repository": "City", "workspace": "import.fmw", "services": ["fmejobsubmitter"], "parameters": [
          { "name": "SOURCE", "type": "MULTIFILE", "model": "list", "description": "Source", "optional": true, "defaultValue": "" },
          { "name": "NOTE", "type": "TEXT", "model": "string", "description": "Note", "optional": true, "defaultValue": "" },
          { "name": "KEY_OF_CITY", "type": "PASSWORD", "model": "string", "description": "Key", "optional": false, "defaultValue": "" }] }
        """;

    private readonly ToolFolder _folder = new ToolFolder().With("workspaces.json", TestServer.SchemaOf(Import));

    [Theory]
    [InlineData(FmeFlowApis.V3)]
    [InlineData(FmeFlowApis.V4)]
    public async Task It_prints_the_submission_that_a_run_sends(FmeFlowApis api)
    {
        await using FmeFlowEmulator emulator = await StartAsync(api);
        string[] arguments = ["run", "City/import.fmw", "NOTE=two words", "KEY_OF_CITY=@env:CITY_KEY", "--queue", "Default", "--no-wait"];

        JsonNode dry = JsonNode.Parse((await _folder.RunAsync([.. arguments, "--dry-run", "--json"])).MustEndWith(0).Output)!;
        FmeRecordedRequest asked = Assert.Single(emulator.Requests);
        Assert.Equal(("GET", "/fmeinfo/version"), (asked.Method, asked.Path));
        (await _folder.RunAsync(arguments)).MustEndWith(0);

        FmeRecordedRequest sent = Assert.Single(emulator.Requests, request => request.Method == "POST");
        JsonNode printed = Assert.Single(dry["requests"]!.AsArray())!;
        Assert.Equal("POST", (string?)printed["method"]);
        Assert.Equal(new Uri(emulator.ServerUrl, sent.Path), new Uri((string)printed["url"]!));
        Assert.Equal("fmetoken token=***", (string?)printed["headers"]!["Authorization"]);
        Assert.Equal(WithoutKey(sent.Body.Replace("opensesame", "***", StringComparison.Ordinal)), WithoutKey(printed["json"]!.ToJsonString()));
        Assert.Contains("***", printed["json"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("v3", "POST http://fme.invalid/fmerest/v3/transformations/submit/City/import.fmw")]
    [InlineData("v4", "POST http://fme.invalid/fmeapiv4/jobs")]
    public async Task With_a_version_it_needs_no_server(string api, string first)
    {
        _folder.Environment["FME_TOKEN"] = "alpha";
        _folder.Environment["CITY_KEY"] = "opensesame";

        ToolResult result = (await _folder.RunAsync(
            "run", "City/import.fmw", "KEY_OF_CITY=@env:CITY_KEY", "--dry-run", "--api", api, "--server", "http://fme.invalid")).MustEndWith(0);

        Assert.StartsWith(first, result.Output, StringComparison.Ordinal);
        Assert.Contains("Authorization: fmetoken token=***", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("alpha", result.Output + result.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("opensesame", result.Output + result.Errors, StringComparison.Ordinal);
        Assert.Equal("Nothing was sent." + Environment.NewLine, result.Errors);
    }

    [Theory]
    [InlineData(FmeFlowApis.V3)]
    [InlineData(FmeFlowApis.V4)]
    public async Task Files_are_named_with_their_sizes_and_not_uploaded(FmeFlowApis api)
    {
        await using FmeFlowEmulator emulator = await StartAsync(api);
        _folder.With("roads.shp", "12345").With("roads.dbf", "1").With("roads.shx", "1").With("note.txt", "123");

        JsonNode dry = JsonNode.Parse((await _folder.RunAsync(
            "run", "City/import.fmw", "SOURCE=@roads.shp,@note.txt", "KEY_OF_CITY=@env:CITY_KEY", "--dry-run", "--json")).MustEndWith(0).Output)!;

        Assert.Equal(
            ["note.txt", "roads.dbf", "roads.shp", "roads.shx", null],
            dry["requests"]!.AsArray().Select(request => (string?)request!["file"]).OrderBy(file => file is null).ThenBy(file => file, StringComparer.Ordinal));
        Assert.All(dry["requests"]!.AsArray().SkipLast(1), request => Assert.True((long)request!["bytes"]! > 0));
        Assert.All(emulator.Requests, request => Assert.Equal("GET", request.Method));
        Assert.Empty(emulator.Files.Paths);
        Assert.Empty(emulator.Submissions);
    }

    [Fact]
    public async Task What_does_not_fit_is_said_as_for_a_run()
    {
        await using FmeFlowEmulator emulator = await StartAsync(FmeFlowApis.V4);

        Assert.Contains(
            "KEY_OF_CITY: has to be set", (await _folder.RunAsync("run", "City/import.fmw", "--dry-run")).MustEndWith(4).Errors, StringComparison.Ordinal);
        Assert.Contains(
            "no environment variable NONE",
            (await _folder.RunAsync("run", "City/import.fmw", "KEY_OF_CITY=@env:NONE", "--dry-run")).MustEndWith(4).Errors,
            StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    // The key by which a lost job is found is new for each submission.
    private static string WithoutKey(string json) => Key().Replace(JsonNode.Parse(json)!.ToJsonString(), "KEY");

    [GeneratedRegex("[0-9a-f]{32}|[0-9a-f-]{36}")]
    private static partial Regex Key();

    private async Task<FmeFlowEmulator> StartAsync(FmeFlowApis api)
    {
        FmeFlowEmulator emulator = await TestServer.StartAsync(api, Import);
        _folder.Using(emulator).Environment["CITY_KEY"] = "opensesame";
        return emulator;
    }
}
