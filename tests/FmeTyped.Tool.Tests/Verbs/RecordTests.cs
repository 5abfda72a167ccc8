using System.Diagnostics;
using FmeTyped.Generated;
using FmeTyped.Metadata;
using FmeTyped.Testing;
using FmeTyped.Tool.Tests.Harness;

namespace FmeTyped.Tool.Tests.Verbs;

/// <summary><c>fmetyped record</c>, <c>serve --replay</c> and <c>probe --recording</c>, as processes.</summary>
public sealed class RecordTests : IAsyncLifetime
{
    private const string Map =
        """
        { "repository": "City", "workspace": "map.fmw", "services": ["fmejobsubmitter"], "parameters": [
          { "name": "STREET", "type": "TEXT", "model": "string", "description": "Street:", "optional": true, "defaultValue": "" },
          { "name": "DOOR", "type": "PASSWORD", "model": "string", "description": "Code:", "optional": true, "defaultWithheld": true }] }
        """;

    private readonly ToolFolder _folder = new();
    private readonly List<Process> _processes = [];
    private FmeFlowEmulator? _emulator;

    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    private FmeFlowEmulator Emulator => _emulator!;

    public async ValueTask InitializeAsync() => _emulator = await TestServer.StartAsync(FmeFlowApis.V4, "mk1token", [Map]);

    public async ValueTask DisposeAsync()
    {
        foreach (Process process in _processes)
        {
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
            process.Dispose();
        }

        await Emulator.DisposeAsync();
        _folder.Dispose();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_recording_is_made_replayed_and_judged(bool withValues)
    {
        _folder.With("workspaces.json", TestServer.SchemaOf(Map));
        (Uri recorder, Process record) = await StartAsync(
            ["record", "--server", Emulator.ServerUrl.ToString(), "--out", "rec", .. withValues ? ["--with-values"] : Array.Empty<string>()]);
        FmeJobResult recorded = await RunAsync(recorder, "mk1token");
        ToolResult ended = await StopAsync(record);

        Assert.Equal(0, ended.ExitCode);
        Assert.Contains("exchanges are in rec.", ended.Output, StringComparison.Ordinal);
        string all = string.Concat(Directory.GetFiles(_folder.PathOf("rec")).Select(File.ReadAllText)) + ended.Output;
        Assert.Equal(withValues, all.Contains("Broad Street", StringComparison.Ordinal));
        Assert.Contains("\"DOOR\": \"***\"", all, StringComparison.Ordinal);
        foreach (string secret in (string[])["mk1token", "1234", Emulator.ServerUrl.Authority])
        {
            Assert.DoesNotContain(secret, all, StringComparison.Ordinal);
        }

        (Uri replayed, Process serve) = await StartAsync("serve", "--replay", "rec");
        Assert.Equal(recorded.Id, (await RunAsync(replayed, "another")).Id);
        Assert.Equal(0, (await StopAsync(serve)).ExitCode);

        string report = (await _folder.RunAsync("probe", "--recording", "rec")).MustEndWith(0).Output;
        Assert.Contains("judged a recording of an FME Flow", report, StringComparison.Ordinal);
        Assert.Contains("| A015 | a job's record contains its parameters as they were sent | holds |", report, StringComparison.Ordinal);
        Assert.Contains("are accepted and ignored | cannot tell | the recording does not show it |", report, StringComparison.Ordinal);
        Assert.Equal(!withValues, report.Contains("values are masked in the recording", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_does_not_fit_together_is_refused()
    {
        _folder.With("full/a.txt", "");
        _folder.Environment["FME_URL"] = "";
        await RefusedAsync("No server is specified", "record", "--out", "rec");
        await RefusedAsync("is not empty", "record", "--server", "http://127.0.0.1:9", "--out", "full");
        await RefusedAsync("'--out' is required", "record", "--server", "http://127.0.0.1:9");
        await RefusedAsync("There is no schema file none.json", "record", "--server", "http://127.0.0.1:9", "--out", "rec", "--schema", "none.json");
        await RefusedAsync("without user, password and query", "record", "--server", "http://a:b@127.0.0.1:9", "--out", "rec");
        await RefusedAsync("full is not a recording", "serve", "--replay", "full");
        await RefusedAsync("leave out --strict, --engines", "serve", "--replay", "full", "--engines", "3", "--strict");
        await RefusedAsync("full is not a recording", "probe", "--recording", "full");
        await RefusedAsync("no --workspace can run", "probe", "--recording", "full", "--workspace", "a/b.fmw");
        Assert.False(Directory.Exists(_folder.PathOf("rec")));
    }

    private static async Task<FmeJobResult> RunAsync(Uri server, string token)
    {
        using var fme = new FmeFlowClient(new FmeFlowOptions { ServerUrl = server, Token = token });
        var values = new FmeRunOptions { ExtraParameters = new Dictionary<string, FmeParameterValue> { ["STREET"] = "Broad Street", ["DOOR"] = "1234" } };
        FmeJobResult result = await fme.RunAsync(new Request(), values, CancellationToken);
        await fme.GetJob(result.Id).GetRecordAsync(CancellationToken);
        return result;
    }

    private async Task<(Uri, Process)> StartAsync(params string[] arguments)
    {
        Process process = _folder.Start(arguments);
        _processes.Add(process);
        return (new Uri((await process.StandardOutput.ReadLineAsync(CancellationToken))!.Split(' ')[0]), process);
    }

    private async Task<ToolResult> StopAsync(Process process)
    {
        await ToolFolder.SignalAsync(process, "INT");
        _processes.Remove(process);
        using (process)
        {
            return await ToolFolder.EndAsync(process);
        }
    }

    private async Task RefusedAsync(string message, params string[] arguments)
    {
        string errors = (await _folder.RunAsync(arguments)).MustEndWith(4).Errors;
        Assert.Contains(message, errors, StringComparison.Ordinal);
        Assert.Single(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    private sealed class Request : IFmeRequest
    {
        public FmeWorkspaceDescriptor Descriptor { get; } = new("City", "map.fmw");

        public void Write(FmeParameterWriter writer)
        {
        }
    }
}
