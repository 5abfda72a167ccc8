using System.Text.Json.Nodes;
using FmeTyped.Schema.Tests.Fmw;
using FmeTyped.Testing;
using FmeTyped.Tool.Commands;
using FmeTyped.Tool.Terminal;
using FmeTyped.Tool.Tests.Harness;
using Spectre.Console.Testing;

namespace FmeTyped.Tool.Tests.Verbs;

/// <summary><c>pull</c> as a process against emulators of both versions.</summary>
public sealed class PullTests : IDisposable
{
    private const string Trees =
        """
        { "repository": "City", "workspace": "trees.fmw", "title": "Trees", "description": "Counts trees", "services": ["fmedatadownload", "fmejobsubmitter", "fmekmllink"], "parameters": [
          { "name": "COUNT", "type": "INTEGER", "model": "string", "description": "Count:", "optional": false, "defaultValue": "3" },
          { "name": "PASSWORD", "type": "PASSWORD", "model": "string", "description": "Password:", "optional": true, "defaultValue": "sesame" }] }
        """;

    private readonly ToolFolder _folder = new();

    public static TheoryData<FmeFlowApis> Apis => [FmeFlowApis.V3, FmeFlowApis.V4];

    private static WorkspaceText TreesFile =>
        new WorkspaceText { Title = "Trees" }.With("GUI INTEGER COUNT Count:", "3").With("GUI OPTIONAL PASSWORD PASSWORD Password:", "sesame");

    [Theory]
    [MemberData(nameof(Apis))]
    public async Task Whatever_order_the_server_tells_it_in_the_file_has_the_same_bytes(FmeFlowApis api)
    {
        await using FmeFlowEmulator emulator = await TestServer.StartAsync(
            api, [Trees, .. Enumerable.Range(0, 9).Select(
                i => Trees.Replace("\"City\"", $"\"R{i % 3}\"", StringComparison.Ordinal).Replace("trees.fmw", $"w{i}.fmw", StringComparison.Ordinal))]);
        (await _folder.Using(emulator).RunAsync("pull")).MustEndWith(0);
        string first = _folder.Read("workspaces.json");
        Assert.Equal(10, first.Split("\"workspace\"").Length - 1);

        for (int seed = 0; seed < 3; seed++)
        {
            await using RelayServer server = await RelayServer.StartAsync(emulator, new Shuffler(seed).Shuffle);
            ToolResult again = (await _folder.RunAsync("pull", "--server", server.Url)).MustEndWith(0);
            Assert.Equal("workspaces.json is current." + Environment.NewLine, again.Output);
            File.Delete(_folder.PathOf("workspaces.json"));
            (await _folder.RunAsync("pull", "--server", server.Url)).MustEndWith(0);
            Assert.Equal(first, _folder.Read("workspaces.json"));
        }
    }

    [Theory]
    [MemberData(nameof(Apis))]
    public async Task From_workspace_files_it_reads_those_and_the_services_of_the_server(FmeFlowApis api)
    {
        await using FmeFlowEmulator emulator = await StartAsync(api, TreesFile.With("GUI OPTIONAL TEXT NOTE Note:"));
        _folder.Using(emulator);

        (await _folder.RunAsync("pull", "--from", "workspace-file")).MustEndWith(0);

        string text = _folder.Read("workspaces.json");
        Assert.Contains("\"NOTE\"", text, StringComparison.Ordinal);
        JsonNode services = JsonNode.Parse(text)!["workspaces"]![0]!["services"]!;
        Assert.Equal(["fmedatadownload", "fmejobsubmitter", "fmekmllink"], ((JsonArray)services).GetValues<string>());
        Assert.DoesNotContain("sesame", text, StringComparison.Ordinal);
        Assert.Contains("is current", (await _folder.RunAsync("pull", "--from", "workspace-file")).MustEndWith(0).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_the_server_does_not_give_is_no_workspace_that_is_gone()
    {
        await using FmeFlowEmulator emulator = await TestServer.StartAsync(FmeFlowApis.V4, Trees);
        _folder.With("workspaces.json", TestServer.SchemaOf(Trees)).Using(emulator);

        ToolResult result = (await _folder.RunAsync("pull", "--from", "workspace-file")).MustEndWith(1);
        Assert.Contains("City/trees.fmw: the server does not provide its file; leave out --from.", result.Errors, StringComparison.Ordinal);

        (await _folder.RunAsync("pull", "--from", "workspace-file", "--prune")).MustEndWith(4);
        Assert.Contains("trees.fmw", _folder.Read("workspaces.json"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(403)]
    [InlineData(404)]
    public async Task A_workspace_that_is_listed_and_may_not_be_read_is_never_dropped(int status)
    {
        await using FmeFlowEmulator emulator = await TestServer.StartAsync(FmeFlowApis.V4, Trees);
        _folder.With("workspaces.json", TestServer.SchemaOf(Trees)).Using(emulator);
        emulator.Faults.Add(FmeRequestKind.Any, FmeFault.None);
        emulator.Faults.Add(FmeRequestKind.Any, FmeFault.Status(status));

        ToolResult result = (await _folder.RunAsync("pull", "--prune", "--api", "v4")).MustEndWith(4);

        Assert.Contains("City/trees.fmw: ", result.Errors, StringComparison.Ordinal);
        Assert.Equal(TestServer.SchemaOf(Trees), _folder.Read("workspaces.json"));
    }

    [Theory]
    [MemberData(nameof(Apis))]
    public async Task A_cross_check_reads_both_and_reports_where_they_differ(FmeFlowApis api)
    {
        await using FmeFlowEmulator same = await StartAsync(api, TreesFile);
        Assert.Contains(
            "The server and the workspace files agree.",
            (await _folder.Using(same).RunAsync("pull", "--cross-check")).MustEndWith(0).Output,
            StringComparison.Ordinal);
        string pulled = _folder.Read("workspaces.json");

        await using FmeFlowEmulator stale = await StartAsync(api, TreesFile.With("GUI OPTIONAL TEXT NOTE Note:"));
        ToolResult result = (await _folder.Using(stale).RunAsync("pull", "--cross-check")).MustEndWith(1);
        Assert.Contains(
            "Differences of the workspace files from the server:" + Environment.NewLine + "additive: Trees.Note: NOTE is new",
            result.Output,
            StringComparison.Ordinal);
        Assert.Equal(pulled, _folder.Read("workspaces.json"));
    }

    [Theory]
    [MemberData(nameof(Apis))]
    public async Task The_surface_is_kept_where_that_is_asked_for(FmeFlowApis api)
    {
        _folder.With("workspaces.json", TestServer.SchemaOf(Trees));
        await using FmeFlowEmulator emulator = await TestServer.StartAsync(api, Trees.Replace("\"INTEGER\"", "\"TEXT\"", StringComparison.Ordinal));
        _folder.Using(emulator);

        Assert.Contains("breaking: Trees.Count: ", (await _folder.RunAsync("pull", "--dry-run")).MustEndWith(0).Output, StringComparison.Ordinal);
        Assert.DoesNotContain("breaking", (await _folder.RunAsync("pull", "--keep-api")).MustEndWith(0).Output, StringComparison.Ordinal);
        Assert.Contains("\"COUNT\": { \"type\": \"integer\" }", _folder.Read("workspaces.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_comes_from_standard_input_or_from_any_variable_and_is_never_printed()
    {
        await using FmeFlowEmulator emulator = await TestServer.StartAsync(FmeFlowApis.V4, "alpha", [Trees]);
        _folder.Environment["FME_URL"] = emulator.ServerUrl.ToString();
        _folder.Environment["FME_TOKEN"] = "beta";
        _folder.Environment["TEST_TOKEN"] = "alpha";

        ToolResult[] results =
        [
            (await _folder.RunWithInputAsync("alpha\nand no more", "pull", "--token-stdin")).MustEndWith(0),
            (await _folder.RunAsync("pull", "--token-env", "TEST_TOKEN")).MustEndWith(0),
            (await _folder.RunAsync("pull")).MustEndWith(4),
            (await _folder.RunWithInputAsync("gamma\n", "pull", "--token-stdin")).MustEndWith(4),
            (await _folder.RunAsync("pull", "--token-stdin")).MustEndWith(4),
            (await _folder.RunAsync("pull", "--token-env", "NO_SUCH_TOKEN")).MustEndWith(4),
        ];

        Assert.Contains("NO_SUCH_TOKEN", results[^1].Errors, StringComparison.Ordinal);
        Assert.All(results, result => Assert.DoesNotMatch("alpha|beta|gamma", result.Output + result.Errors));
    }

    [Fact]
    public async Task Progress_is_a_bar_on_a_terminal_and_plain_lines_elsewhere()
    {
        await using FmeFlowEmulator emulator = await TestServer.StartAsync(
            FmeFlowApis.V4, [.. Enumerable.Range(0, 250).Select(i => Trees.Replace("trees.fmw", $"w{i}.fmw", StringComparison.Ordinal))]);

        ToolResult plain = (await _folder.Using(emulator).RunAsync("pull")).MustEndWith(0);
        Assert.Equal(
            ["Reading workspaces: 250", "Reading workspaces: 100 of 250", "Reading workspaces: 200 of 250"],
            plain.Errors.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));

        using TestConsole terminal = new TestConsole().Interactive().Width(80);
        using var errors = new StringWriter();
        var output = new Output(TextWriter.Null, errors, terminal) { Input = new StringReader(emulator.Token) };
        string[] arguments = ["pull", "--server", emulator.ServerUrl.ToString(), "--token-stdin", "--schema", _folder.PathOf("workspaces.json")];
        Assert.Equal(0, await new ToolApp(output, TimeProvider.System).RunAsync(arguments, TestContext.Current.CancellationToken));
        Assert.Contains("Reading workspaces ━", terminal.Output, StringComparison.Ordinal);
        Assert.Contains(" 100%", terminal.Output, StringComparison.Ordinal);
        Assert.Equal("", errors.ToString());
    }

    public void Dispose() => _folder.Dispose();

    private static Task<FmeFlowEmulator> StartAsync(FmeFlowApis api, WorkspaceText file)
    {
        FmeFlowEmulatorOptions options = TestServer.OptionsOf(api, token: null, [Trees]);
        options.WorkspaceFiles["City"] = new() { ["trees.fmw"] = file.ToBytes() };
        return FmeFlowEmulator.StartAsync(options, TestContext.Current.CancellationToken);
    }
}
