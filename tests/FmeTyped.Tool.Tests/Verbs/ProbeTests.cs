using System.Text.RegularExpressions;
using FmeTyped.Generated;
using FmeTyped.Metadata;
using FmeTyped.Testing;
using FmeTyped.Tool.Tests.Harness;

namespace FmeTyped.Tool.Tests.Verbs;

/// <summary><c>fmetyped probe</c>, as a process against the emulator, which does what the ledger assumes.</summary>
public sealed partial class ProbeTests : IDisposable
{
    private const string Map =
        """
        { "repository": "Hidden City", "workspace": "private map.fmw", "title": "Map", "services": ["fmejobsubmitter", "fmedatadownload"], "parameters": [
          { "name": "NOTE", "type": "TEXT", "model": "string", "description": "Note:", "optional": true, "defaultValue": "" }] }
        """;

    private const string Far = """{ "repository": "Remote", "workspace": "away.fmw", "title": "Away", "services": ["fmejobsubmitter"], "parameters": [] }""";

    private readonly ToolFolder _folder = new();

    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(22336)]
    [InlineData(22337)]
    [InlineData(23139)]
    [InlineData(25208)]
    [InlineData(26018)]
    [InlineData(26103)]
    public async Task Nothing_is_contradicted_by_the_emulator(int build)
    {
        await using FmeFlowEmulator emulator = await StartAsync(build);
        emulator.OnRun("Remote", "away.fmw", _ => FmeJobOutcome.NeverEnds());
        using var client = new FmeFlowClient(new FmeFlowOptions { ServerUrl = emulator.ServerUrl, Token = emulator.Token });
        for (int i = 0; i < 101; i++)
        {
            await client.SubmitAsync(new Request("Hidden City", "private map.fmw"), CancellationToken);
        }

        await client.SubmitAsync(new Request("Remote", "away.fmw"), CancellationToken);
        int requests = emulator.Submissions.Count;

        ToolResult read = (await _folder.RunAsync("probe")).MustEndWith(0);

        Assert.Equal(requests, emulator.Submissions.Count);
        Assert.DoesNotContain(emulator.Requests, request => request.Method != "GET"
            && !request.Path.Contains("/jobs", StringComparison.Ordinal)
            && !request.Path.Contains("/submit/", StringComparison.Ordinal));
        string[] holding = ["A002", "A008", "A009", "A010", "A011", "A015", "A016", "A027", "A030", "A060"];
        Assert.Superset(new HashSet<string>(holding), HoldingIn(read));
        if (build == 26018)
        {
            Assert.Superset(new HashSet<string> { "A024", "A032", "A034", "A041", "A090", "A091", "A092", "A096", "A110" }, HoldingIn(read));
        }

        ToolResult withJob = (await _folder.RunAsync("probe", "--workspace", "Hidden City/private map.fmw")).MustEndWith(0);

        Assert.Equal(requests + 1, emulator.Submissions.Count);
        Assert.Superset(new HashSet<string> { "A001", "A060", "A061", "A062", "A083" }, HoldingIn(withJob));
        foreach (string name in (string[])["127.0.0.1", emulator.Token, "admin", "Hidden", "private map", "Remote", "away", "Map"])
        {
            Assert.DoesNotContain(name, read.Output + withJob.Output, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Theory]
    [InlineData(22337)]
    [InlineData(26103)]
    public async Task A_server_without_jobs_contradicts_nothing(int build)
    {
        await using FmeFlowEmulator emulator = await StartAsync(build);

        Assert.Contains("| A010 | the format of log lines | cannot tell |", (await _folder.RunAsync("probe")).MustEndWith(0).Output, StringComparison.Ordinal);
        Assert.Empty(emulator.Submissions);
    }

    [Fact]
    public async Task What_a_server_does_otherwise_does_not_hold()
    {
        await using FmeFlowEmulator emulator = await FmeFlowEmulator.StartAsync(
            new FmeFlowEmulatorOptions { SchemaJson = TestServer.SchemaOf(Map), Strict = true, BuildNumber = 26018, Apis = FmeFlowApis.V4 }, CancellationToken);
        _folder.Using(emulator);

        string report = (await _folder.RunAsync("probe", "--workspace", "Hidden City/private map.fmw")).MustEndWith(1).Output;

        Assert.Contains("| A001 | unknown parameter names are accepted and ignored | **does not hold** |", report, StringComparison.Ordinal);
        Assert.Contains("| A030 | what a build has | **does not hold** | build 26018 has no version 3 |", report, StringComparison.Ordinal);
        Assert.Single(emulator.Submissions);
    }

    [Theory]
    [InlineData("YES", 0, "holds | checkboxes without texts: 2 of 2 seen values are YES or NO")]
    [InlineData("Yes", 1, "**does not hold** | checkboxes without texts: 1 of 2 seen values are not YES or NO")]
    public async Task Values_of_jobs_settle_what_FMEs_pages_leave_open(string value, int exitCode, string finding)
    {
        const string Record =
            """
            { "repository": "Hidden City", "workspace": "private map.fmw", "services": ["fmejobsubmitter"], "parameters": [
              { "name": "SIGNS", "type": "checkbox", "prompt": "Signs", "defaultValue": "NO" }] }
            """;
        await using FmeFlowEmulator emulator = await FmeFlowEmulator.StartAsync(
            new FmeFlowEmulatorOptions { SchemaJson = TestServer.SchemaOf(Record), BuildNumber = 26103 }, CancellationToken);
        _folder.Using(emulator);
        using var client = new FmeFlowClient(new FmeFlowOptions { ServerUrl = emulator.ServerUrl, Token = emulator.Token });
        var values = new FmeRunOptions { ExtraParameters = new Dictionary<string, FmeParameterValue> { ["SIGNS"] = value } };
        await client.RunAsync(new Request("Hidden City", "private map.fmw"), values, CancellationToken);

        ToolResult report = (await _folder.RunAsync("probe")).MustEndWith(exitCode);

        Assert.Contains($"| A020 | what a checkbox without texts sends | {finding} |", report.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("SIGNS", report.Output, StringComparison.Ordinal);
        Assert.Single(emulator.Submissions);
    }

    [Fact]
    public async Task A_server_that_refuses_or_is_not_there_gives_no_report()
    {
        await using FmeFlowEmulator emulator = await StartAsync(26018);

        Assert.Empty((await _folder.RunAsync("probe", "--workspace", "Remote/none.fmw")).MustEndWith(4).Output);
        Assert.Contains(
            "like Samples/nothing.fmw", (await _folder.RunAsync("probe", "--workspace", "none.fmw")).MustEndWith(4).Errors, StringComparison.Ordinal);
        Assert.Empty((await _folder.RunAsync("probe", "--server", "http://127.0.0.1:9")).MustEndWith(3).Output);
        _folder.Environment["FME_TOKEN"] = "opensesame";
        ToolResult refused = (await _folder.RunAsync("probe")).MustEndWith(4);
        Assert.Empty(refused.Output);
        Assert.DoesNotContain("opensesame", refused.Errors, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static HashSet<string> HoldingIn(ToolResult result) =>
        [.. HoldingLine().Matches(result.Output).Select(match => match.Groups[1].Value)];

    [GeneratedRegex(@"^\| (A[0-9]{3}) \|[^|]+\| holds \|", RegexOptions.Multiline)]
    private static partial Regex HoldingLine();

    private async Task<FmeFlowEmulator> StartAsync(int build)
    {
        FmeFlowEmulator emulator =
            await FmeFlowEmulator.StartAsync(new FmeFlowEmulatorOptions { SchemaJson = TestServer.SchemaOf(Map, Far), BuildNumber = build }, CancellationToken);
        _folder.Using(emulator);
        return emulator;
    }

    private sealed class Request(string repository, string workspace) : IFmeRequest
    {
        public FmeWorkspaceDescriptor Descriptor { get; } = new(repository, workspace);

        public void Write(FmeParameterWriter writer)
        {
        }
    }
}
