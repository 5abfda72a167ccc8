using FmeTyped.Generated;
using FmeTyped.Metadata;
using FmeTyped.Testing;
using FmeTyped.Tool.Tests.Harness;

namespace FmeTyped.Tool.Tests.Verbs;

/// <summary><c>fmetyped jobs --watch</c>, with a clock that a test sets.</summary>
public sealed class WatchTests
{
    private const string Map = """{ "repository": "City", "workspace": "map.fmw", "title": "Map", "services": ["fmejobsubmitter"], "parameters": [] }""";

    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(FmeFlowApis.V3)]
    [InlineData(FmeFlowApis.V4)]
    public async Task Redirected_it_prints_a_line_for_each_change(FmeFlowApis api)
    {
        await using FmeFlowEmulator emulator = await TestServer.StartAsync(api, Map);
        emulator.OnRun("City", "map.fmw", _ => FmeJobOutcome.NeverEnds());
        using var time = new ManualTime();
        using var terminal = new TestTerminal(emulator) { IsRedirected = true, Time = time };
        using var client = new FmeFlowClient(new FmeFlowOptions { ServerUrl = emulator.ServerUrl, Token = emulator.Token });
        FmeJob job = await client.SubmitAsync(new Request(), CancellationToken);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(CancellationToken);

        Task<int> watching = terminal.RunAsync(stop.Token, "jobs", "--watch");
        await time.WaitAsync(CancellationToken);
        Assert.StartsWith("1  ", Assert.Single(LinesOf(terminal)), StringComparison.Ordinal);
        time.Advance();
        await time.WaitAsync(CancellationToken);
        Assert.Single(LinesOf(terminal));
        await job.CancelAsync(CancellationToken);
        time.Advance();
        await time.WaitAsync(CancellationToken);

        await stop.CancelAsync();
        Assert.Equal(0, await watching);
        Assert.Equal(2, LinesOf(terminal).Length);
        Assert.Empty(terminal.Errors);
    }

    [Fact]
    public async Task On_a_terminal_it_keeps_a_table_current()
    {
        await using FmeFlowEmulator emulator = await TestServer.StartAsync(FmeFlowApis.V4, Map);
        using var time = new ManualTime();
        using var terminal = new TestTerminal(emulator) { Time = time };
        using var client = new FmeFlowClient(new FmeFlowOptions { ServerUrl = emulator.ServerUrl, Token = emulator.Token });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(CancellationToken);

        Task<int> watching = terminal.RunAsync(stop.Token, "jobs", "--watch");
        await time.WaitAsync(CancellationToken);
        await client.RunAsync(new Request(), CancellationToken);
        time.Advance();
        await time.WaitAsync(CancellationToken);
        await stop.CancelAsync();

        Assert.Equal(0, await watching);
        Assert.Contains("City/map.fmw", terminal.Screen.Output, StringComparison.Ordinal);
        Assert.Empty(terminal.Standard);
    }

    [Theory]
    [InlineData("--json")]
    [InlineData("--explain")]
    public async Task It_is_for_people(string option)
    {
        using var terminal = new TestTerminal();

        Assert.Equal(4, await terminal.RunAsync("jobs", "--watch", option));

        Assert.Contains("leave out --explain and --json", terminal.Errors, StringComparison.Ordinal);
    }

    private static string[] LinesOf(TestTerminal terminal) => terminal.Standard.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>A clock whose only pause ends when a test says so.</summary>
    private sealed class ManualTime : TimeProvider, IDisposable
    {
        private readonly SemaphoreSlim _waits = new(0);
        private Pause? _pause;

        /// <summary>Returns when the tool waits.</summary>
        public Task WaitAsync(CancellationToken cancellationToken) => _waits.WaitAsync(cancellationToken);

        public void Advance() => _pause!.End();

        public void Dispose() => _waits.Dispose();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _pause = new Pause(() => callback(state));
            _waits.Release();
            return _pause;
        }

        private sealed class Pause(Action end) : ITimer
        {
            public void End() => end();

            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose()
            {
            }

            public ValueTask DisposeAsync() => ValueTask.CompletedTask;
        }
    }

    private sealed class Request : IFmeRequest
    {
        public FmeWorkspaceDescriptor Descriptor { get; } = new("City", "map.fmw");

        public void Write(FmeParameterWriter writer)
        {
        }
    }
}
