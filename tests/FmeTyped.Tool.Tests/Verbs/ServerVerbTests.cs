using System.Diagnostics;
using FmeTyped.Generated;
using FmeTyped.Metadata;
using FmeTyped.Testing;
using FmeTyped.Tool.Tests.Harness;

namespace FmeTyped.Tool.Tests.Verbs;

/// <summary>The verbs that talk to a server, as processes against the emulator.</summary>
public sealed class ServerVerbTests : IDisposable
{
    private const string Map =
        """
        { "repository": "City", "workspace": "map.fmw", "title": "Map", "services": ["fmejobsubmitter"], "parameters": [
          { "name": "NOTE", "type": "TEXT", "model": "string", "description": "Note:", "optional": true, "defaultValue": "" },
          { "name": "PASS", "type": "PASSWORD", "model": "string", "description": "Pass:", "optional": true, "defaultValue": "sesame" }] }
        """;

    private const string Other = """{ "repository": "City", "workspace": "other.fmw", "title": "Other", "services": ["fmejobsubmitter"], "parameters": [] }""";
    private const string Far = """{ "repository": "Far", "workspace": "away.fmw", "title": "Away", "services": ["fmejobsubmitter"], "parameters": [] }""";

    private readonly ToolFolder _folder = new();

    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(FmeFlowApis.V3)]
    [InlineData(FmeFlowApis.V4)]
    public async Task A_second_pull_changes_no_byte_whatever_the_servers_order(FmeFlowApis api)
    {
        await using (FmeFlowEmulator emulator = await StartAsync(api, Map, Other, Far))
        {
            (await PullAsync(emulator)).MustEndWith(0);
        }

        string first = _folder.Read("workspaces.json");
        Assert.DoesNotContain("sesame", first, StringComparison.Ordinal);
        Assert.Contains("\"NOTE\"", first, StringComparison.Ordinal);
        Assert.Contains("away.fmw", first, StringComparison.Ordinal);
        await using FmeFlowEmulator shuffled = await StartAsync(api, Far, Other, Map);
        Assert.Contains("is current", (await PullAsync(shuffled)).MustEndWith(0).Output, StringComparison.Ordinal);
        Assert.Equal(first, _folder.Read("workspaces.json"));
    }

    [Fact]
    public async Task Filters_take_patterns_and_prune_drops_what_is_gone()
    {
        await using (FmeFlowEmulator emulator = await StartAsync(FmeFlowApis.V4, Map, Other, Far))
        {
            (await PullAsync(emulator, "--repository", "C*", "--workspace", "m*.fmw")).MustEndWith(0);
            Assert.DoesNotContain("other.fmw", _folder.Read("workspaces.json"), StringComparison.Ordinal);
            Assert.DoesNotContain("away.fmw", _folder.Read("workspaces.json"), StringComparison.Ordinal);
            (await PullAsync(emulator)).MustEndWith(0);
            Assert.Contains(
                "leave out --workspace", (await PullAsync(emulator, "--prune", "--workspace", "map.fmw")).MustEndWith(4).Errors, StringComparison.Ordinal);
            (await PullAsync(emulator, "--repository", "Nowhere*")).MustEndWith(4);
        }

        await using FmeFlowEmulator smaller = await StartAsync(FmeFlowApis.V4, Map);
        string before = _folder.Read("workspaces.json");
        Assert.Contains(
            "other.fmw", (await PullAsync(smaller, "--prune", "--repository", "City", "--dry-run")).MustEndWith(0).Output, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(before, _folder.Read("workspaces.json"));
        (await PullAsync(smaller, "--prune", "--repository", "City")).MustEndWith(0);
        Assert.DoesNotContain("other.fmw", _folder.Read("workspaces.json"), StringComparison.Ordinal);
        Assert.Contains("away.fmw", _folder.Read("workspaces.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_missing_is_said_in_a_line_and_a_token_never()
    {
        Assert.Contains("FME_URL", (await _folder.RunAsync("pull")).MustEndWith(4).Errors, StringComparison.Ordinal);
        _folder.Environment["FME_URL"] = "http://127.0.0.1:9";
        Assert.Contains("FME_TOKEN", (await _folder.RunAsync("pull")).MustEndWith(4).Errors, StringComparison.Ordinal);
        _folder.Environment["FME_TOKEN"] = "opensesame";
        ToolResult unreachable = (await _folder.RunAsync("pull")).MustEndWith(3);
        Assert.DoesNotContain("opensesame", unreachable.Output + unreachable.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.PathOf("workspaces.json")));
        await using FmeFlowEmulator emulator = await StartAsync(FmeFlowApis.V4, Map);
        ToolResult refused = (await _folder.RunAsync("pull", "--server", emulator.ServerUrl.ToString())).MustEndWith(4);
        Assert.DoesNotContain("opensesame", refused.Output + refused.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(FmeFlowApis.V3)]
    [InlineData(FmeFlowApis.V4)]
    public async Task Jobs_are_listed_explained_read_and_cancelled(FmeFlowApis api)
    {
        await using FmeFlowEmulator emulator = await StartAsync(api, Map, Other);
        emulator.OnRun("City", "map.fmw", _ => FmeJobOutcome.Failure("the table is gone"));
        emulator.OnRun("City", "other.fmw", _ => FmeJobOutcome.NeverEnds());
        using var client = new FmeFlowClient(new FmeFlowOptions { ServerUrl = emulator.ServerUrl, Token = emulator.Token });
        FmeJob failed = await client.SubmitAsync(new Request("map.fmw"), CancellationToken);
        FmeJob endless = await client.SubmitAsync(new Request("other.fmw"), CancellationToken);
        await failed.WaitAsync(new FmeWaitOptions { ThrowOnFailure = false }, CancellationToken);
        UseServer(emulator);

        string all = (await _folder.RunAsync("jobs", "--since", "1h")).MustEndWith(0).Output;
        Assert.Contains("City/map.fmw", all, StringComparison.Ordinal);
        Assert.Contains("City/other.fmw", all, StringComparison.Ordinal);
        string explained = (await _folder.RunAsync("jobs", "--failed", "--since", "18h", "--explain")).MustEndWith(0).Output;
        Assert.Contains($"\nJob {failed.Id} (", explained, StringComparison.Ordinal);
        Assert.DoesNotContain("other.fmw", explained, StringComparison.Ordinal);
        Assert.Contains("the table is gone", (await _folder.RunAsync("log", $"{failed.Id}")).MustEndWith(0).Output, StringComparison.Ordinal);
        (await _folder.RunAsync("cancel", $"{endless.Id}")).MustEndWith(0);
        (await _folder.RunAsync("cancel", $"{failed.Id}")).MustEndWith(1);
        (await _folder.RunAsync("log", "9999")).MustEndWith(4);
        (await _folder.RunAsync("log", "none")).MustEndWith(4);
        (await _folder.RunAsync("jobs", "--since", "yesterday")).MustEndWith(4);
    }

    [Fact]
    public async Task Serve_answers_any_client_and_prints_each_request()
    {
        _folder.With("workspaces.json", SchemaOf(Map));
        using Process server = _folder.Start("serve", "--token", "local");
        try
        {
            string line = (await server.StandardOutput.ReadLineAsync(CancellationToken))!;
            using var client = new FmeFlowClient(new FmeFlowOptions { ServerUrl = new Uri(line.Split(' ')[0]), Token = "local" });
            Assert.Equal("map.fmw", (await new FmeFlowAdministration(client).GetWorkspaceAsync("City", "map.fmw", CancellationToken)).Name);
            string request = (await server.StandardOutput.ReadLineAsync(CancellationToken))!;
            Assert.StartsWith("GET ", request, StringComparison.Ordinal);
        }
        finally
        {
            server.Kill();
            await server.WaitForExitAsync(CancellationToken);
        }
    }

    public void Dispose() => _folder.Dispose();

    private static string SchemaOf(params string[] workspaces) => $$"""{ "format": 1, "workspaces": [{{string.Join(",", workspaces)}}] }""";

    private static Task<FmeFlowEmulator> StartAsync(FmeFlowApis api, params string[] workspaces) =>
        FmeFlowEmulator.StartAsync(
            new FmeFlowEmulatorOptions { SchemaJson = SchemaOf(workspaces), Apis = api, BuildNumber = api == FmeFlowApis.V3 ? 22337 : 26018 },
            CancellationToken);

    private void UseServer(FmeFlowEmulator emulator)
    {
        _folder.Environment["FME_URL"] = emulator.ServerUrl.ToString();
        _folder.Environment["FME_TOKEN"] = emulator.Token;
    }

    private Task<ToolResult> PullAsync(FmeFlowEmulator emulator, params string[] arguments)
    {
        UseServer(emulator);
        return _folder.RunAsync(["pull", .. arguments]);
    }

    private sealed class Request(string workspace) : IFmeRequest
    {
        public FmeWorkspaceDescriptor Descriptor { get; } = new("City", workspace);

        public void Write(FmeParameterWriter writer)
        {
        }
    }
}
