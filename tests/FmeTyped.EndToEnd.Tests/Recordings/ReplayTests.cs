using FmeTyped.EndToEnd.Tests.Secrets;
using FmeTyped.Testing;
using FmeTyped.Tool.Recording;
using FmeTyped.Tool.Replay;
using FmeTyped.Tool.Serving;
using FmeTyped.Tool.Terminal;

namespace FmeTyped.EndToEnd.Tests.Recordings;

/// <summary>
/// The client against a recording: what it did with a server comes out again, from files that were recorded once and are in this folder. "Record anew" writes
/// them.
/// </summary>
public sealed class ReplayTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(Emulated.V3)]
    [InlineData(Emulated.V4)]
    public async Task The_client_does_with_a_recording_what_it_did_with_the_server(int build) =>
        Assert.Equal(CallerScript.Expected, await ReplayAsync(Fixture(build)));

    [Theory]
    [InlineData(Emulated.V3, false)]
    [InlineData(Emulated.V3, true)]
    [InlineData(Emulated.V4, false)]
    [InlineData(Emulated.V4, true)]
    public async Task Recording_changes_nothing_for_the_client_and_can_be_replayed_at_once(int build, bool withValues)
    {
        Assert.Equal(CallerScript.Expected, await RecordAsync(build, _folder.PathOf("recording"), withValues));

        Assert.Equal(CallerScript.Expected, await ReplayAsync(_folder.PathOf("recording")));
    }

    [Fact(Explicit = true)]
    public async Task Record_anew()
    {
        foreach (int build in (int[])[Emulated.V3, Emulated.V4])
        {
            if (Directory.Exists(Fixture(build)))
            {
                Directory.Delete(Fixture(build), recursive: true);
            }

            await RecordAsync(build, Fixture(build), withValues: false);
        }
    }

    private static string Fixture(int build) => Repository.PathOf("tests", "FmeTyped.EndToEnd.Tests", "Recordings", $"build-{build}");

    private static async Task<IReadOnlyList<string>> RecordAsync(int build, string folder, bool withValues)
    {
        await using FmeFlowEmulator flow = await FmeFlowEmulator.StartAsync(
            new FmeFlowEmulatorOptions
            {
                SchemaFiles = [Repository.PathOf("tests", "FmeTyped.EndToEnd.Tests", "Secrets", "vault.workspaces.json")],
                BuildNumber = build,
                Token = Marker.Token,
            },
            CancellationToken);
        CallerScript.Prepare(flow);
        await using RecordedServer recorded = await RecordedServer.StartAsync(flow.ServerUrl, Recorder.CreateHandler(), folder, withValues, TextWriter.Null);
        using var fme = new FmeFlowClient(new FmeFlowOptions { ServerUrl = recorded.Url, Token = Marker.Token });
        IReadOnlyList<string> steps = await CallerScript.RunAsync(fme, CancellationToken);
        Assert.All(Directory.EnumerateFiles(folder), file => Assert.Null(Marker.FindIn(File.ReadAllText(file))));
        return steps;
    }

    private static async Task<IReadOnlyList<string>> ReplayAsync(string folder)
    {
        using var console = new StringWriter();
        var replay = new ReplayServer(RecordedExchanges.Read(folder), new Output(TextWriter.Synchronized(console), TextWriter.Null, Terminal: null));
        await using LoopbackServer server = await LoopbackServer.StartAsync(0, replay.InvokeAsync, CancellationToken);
        using var fme = new FmeFlowClient(new FmeFlowOptions { ServerUrl = server.Url, Token = "any-token" });
        try
        {
            return await CallerScript.RunAsync(fme, CancellationToken);
        }
        catch (FmeException fault)
        {
            throw new InvalidOperationException($"The replay of {folder} failed:\n{console}", fault);
        }
    }
}
