using System.Net;
using FmeTyped.Tests.Sample;
using FmeTyped.Tests.Server;
using Microsoft.Extensions.Logging.Testing;

namespace FmeTyped.Tests.Client;

/// <summary>Waiting by calls that the server answers when the job has ended.</summary>
public sealed class LongPollTests : IDisposable
{
    private const string Submit = "POST /fmeapiv4/jobs";
    private const string Held = "GET /fmeapiv4/jobs/42/result?longPoll=true";
    private const string Poll = "GET /fmeapiv4/jobs/42";
    private const string Submitted = """{"id":42}""";

    // The keys are those of the vendor's OpenAPI document.
    private const string Result = """
        {"id":42,"featureOutputCount":7,"requesterHost":"127.0.0.1","requesterResultPort":-1,"status":"success","statusMessage":"Translation Successful",
        "timeQueued":"2026-02-03T04:05:06Z","timeStarted":"2026-02-03T04:05:07Z","timeFinished":"2026-02-03T04:05:09Z"}
        """;

    private static readonly AustinDownload Order = new() { Maxy = 42 };

    private readonly FakeTime _time = new();
    private readonly SemaphoreSlim _reached = new(0);
    private readonly List<double> _timers = [];

    public static TheoryData<string> Faults => [.. Broken.Keys];

    private static Dictionary<string, Func<StubServer, StubServer>> Broken { get; } = new()
    {
        ["404"] = server => server.Answer(HttpStatusCode.NotFound, """{"message":"Not found."}"""),
        ["403"] = server => server.Answer(HttpStatusCode.Forbidden),
        ["504"] = server => server.Answer(HttpStatusCode.GatewayTimeout, "<html>Gateway timeout</html>", "text/html"),
        ["nothing"] = server => server.Answer(HttpStatusCode.NoContent),
        ["a job that goes on"] = server => server.Status("running"),
        ["another job"] = server => server.Answer("""{"id":41,"status":"success"}"""),
        ["a web page"] = server => server.Answer(HttpStatusCode.OK, "<html>Maintenance</html>", "text/html"),
        ["a cut connection"] = server => server.Fail(new HttpRequestException("The response ended prematurely.")),
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_end_is_the_first_answer()
    {
        using var server = new StubServer().Answer(Submitted).Answer(Result);
        using FmeFlowClient fme = Client(server);

        FmeJobResult result = await fme.RunAsync(Order, Token);

        Assert.True(result.Succeeded);
        Assert.Equal(7, result.FeatureCount);
        Assert.Equal("Translation Successful", result.StatusMessage);
        Assert.Equal(new DateTimeOffset(2026, 2, 3, 4, 5, 9, TimeSpan.Zero), result.TimeFinished);
        Assert.Equal([Submit, Held], server.Lines);
    }

    [Fact]
    public async Task A_failed_job_is_told_in_the_same_way()
    {
        using var server = new StubServer().Answer(Submitted).Answer(Result.Replace("success", "failure", StringComparison.Ordinal));
        using FmeFlowClient fme = Client(server);

        var error = await Assert.ThrowsAsync<FmeJobFailedException>(() => fme.RunAsync(Order, Token));

        Assert.Equal(42, error.JobId);
    }

    [Fact]
    public async Task Each_call_ends_after_a_while_and_every_third_question_is_a_poll()
    {
        using var server = new StubServer().Answer(Submitted).Hang(Reached).Hang(Reached).Status("running").Hang(Reached).Answer(Result);
        using FmeFlowClient fme = Client(server);

        Task<FmeJobResult> run = fme.RunAsync(Order, Token);
        await PassHoldAsync();
        await PassHoldAsync();
        await PassTimersAsync(5);
        await PassHoldAsync();
        await run;

        Assert.Equal([Submit, Held, Held, Poll, Held, Held], server.Lines);
        double[] timers = await TimersAsync(7);
        Assert.Equal([100, 45, 45, 100, 0.25, 45, 45], timers);
    }

    [Fact]
    public async Task After_a_poll_that_fails_it_holds_again()
    {
        using var server = new StubServer().Answer(Submitted).Hang(Reached).Hang(Reached).Answer(HttpStatusCode.BadGateway).Answer(Result);
        using FmeFlowClient fme = Client(server);

        Task<FmeJobResult> run = fme.RunAsync(Order, Token);
        await PassHoldAsync();
        await PassHoldAsync();
        await PassTimersAsync(5);
        await run;

        Assert.Equal([Submit, Held, Held, Poll, Held], server.Lines);
    }

    [Fact]
    public async Task A_wait_without_end_holds_for_the_whole_time()
    {
        using var server = new StubServer().Answer(Submitted).Hang(Reached).Answer(Result);
        using FmeFlowClient fme = Client(server);

        Task<FmeJobResult> run = fme.RunAsync(Order, new FmeRunOptions { Wait = new FmeWaitOptions { Timeout = Timeout.InfiniteTimeSpan } }, Token);
        await PassHoldAsync();
        await run;

        Assert.Equal([Submit, Held, Held], server.Lines);
        Assert.Equal([100, 45], _timers);
    }

    [Fact]
    public async Task A_server_that_answers_none_of_them_keeps_nobody()
    {
        using var server = new StubServer().Answer(Submitted).Hang(Reached).Hang(Reached).Status("success").Answer(Submitted).Status("success");
        using FmeFlowClient fme = Client(server);

        Task<FmeJobResult> run = fme.RunAsync(Order, Token);
        await PassHoldAsync();
        await PassHoldAsync();
        await run;
        await fme.RunAsync(Order, Token);

        Assert.Equal([Submit, Held, Held, Poll, Submit, Poll], server.Lines);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task After_any_other_answer_the_client_polls_for_ten_minutes(string fault)
    {
        using StubServer server = Broken[fault](new StubServer().Answer(Submitted)).Status("success")
            .Answer(Submitted).Status("success")
            .Answer(Submitted).Answer(Result);
        using FmeFlowClient fme = Client(server);

        Assert.True((await fme.RunAsync(Order, Token)).Succeeded);
        _time.Advance(TimeSpan.FromMinutes(9.9));
        Assert.True((await fme.RunAsync(Order, Token)).Succeeded);
        _time.Advance(TimeSpan.FromMinutes(0.1));
        Assert.True((await fme.RunAsync(Order, Token)).Succeeded);

        Assert.Equal([Submit, Held, Poll, Submit, Poll, Submit, Held], server.Lines);
    }

    [Fact]
    public async Task The_log_tells_of_a_call_that_ended_without_the_job()
    {
        var logger = new FakeLogger<FmeFlowClient>();
        using var server = new StubServer().Answer(HttpStatusCode.NoContent).Status("success");
        FmeFlowOptions options = Options();
        options.TimeProvider = _time;
        using var fme = new FmeFlowClient(options, new HttpClient(server), logger);

        await fme.GetJob(42).WaitAsync(Token);

        Assert.Single(
            logger.Collector.GetSnapshot(),
            record => record.Message == "A long poll of job 42 ended without the job's end. The client polls for a while.");
    }

    [Fact]
    public async Task A_refusal_that_asks_to_wait_is_heeded()
    {
        using var server = new StubServer()
            .Answer(Submitted)
            .Answer(HttpStatusCode.ServiceUnavailable, change: response => response.Headers.RetryAfter = new(TimeSpan.FromSeconds(30)))
            .Status("success");
        using FmeFlowClient fme = Client(server);

        Task<FmeJobResult> run = fme.RunAsync(Order, Token);
        await PassTimersAsync(3);
        await run;

        double[] timers = await TimersAsync(4);
        Assert.Equal([100, 45, 30, 100], timers);
    }

    [Fact]
    public async Task The_ninth_at_once_polls()
    {
        using var server = new HoldingServer();
        using var fme = new FmeFlowClient(Options(), new HttpClient(server));

        Task<FmeJobResult>[] held = [.. Enumerable.Range(0, 8).Select(_ => fme.RunAsync(Order, Token))];
        Assert.True((await fme.RunAsync(Order, Token)).Succeeded);
        Assert.Equal((8, 1), (server.Held, server.Polls));
        server.End();
        await Task.WhenAll(held);

        // A place is free again.
        await fme.RunAsync(Order, Token);
        Assert.Equal((9, 1), (server.Held, server.Polls));
    }

    [Fact]
    public void Each_that_ends_makes_place_for_one()
    {
        var calls = new LongPolling(TimeSpan.FromSeconds(45), _time);
        bool Begin() => calls.TryBegin(TimeSpan.FromMinutes(10));

        Assert.All(Enumerable.Range(0, 8), _ => Assert.True(Begin()));
        Assert.False(Begin());
        calls.End();
        Assert.True(Begin());
        Assert.False(Begin());
    }

    [Fact]
    public async Task A_caller_who_follows_the_progress_gets_every_state()
    {
        using var server = new StubServer().Answer(Submitted).Status("running", "success");
        using FmeFlowClient fme = Client(server);

        Task<FmeJobResult> run = fme.RunAsync(Order, new FmeRunOptions { Wait = new FmeWaitOptions { Progress = new Progress<FmeJobRecord>() } }, Token);
        await PassTimersAsync(3);
        await run;

        Assert.Equal([Submit, Poll, Poll], server.Lines);
    }

    [Fact]
    public async Task Of_a_job_that_is_known_by_its_id_only_the_record_is_read_at_the_end()
    {
        using var server = new StubServer().Answer(Result).Answer("""{"id":42,"status":"success","warningCount":3}""");
        using FmeFlowClient fme = Client(server);

        FmeJobResult result = await fme.GetJob(42).WaitAsync(Token);

        Assert.Equal(3, result.WarningCount);
        Assert.Equal([Held, Poll], server.Lines);
    }

    [Theory]
    [InlineData(FmeApiVersion.V4, 0)]
    [InlineData(FmeApiVersion.V3, 45)]
    public async Task Without_them_the_client_polls(FmeApiVersion version, int seconds)
    {
        using var server = new StubServer().Status("success");
        using FmeFlowClient fme = server.Client(_time, options => (options.ApiVersion, options.LongPollTime) = (version, TimeSpan.FromSeconds(seconds)));

        await fme.GetJob(42).WaitAsync(Token);

        Assert.EndsWith("/42", Assert.Single(server.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task At_the_deadline_the_caller_learns_where_the_job_stands()
    {
        using var server = new StubServer().Answer(Submitted).Hang(Reached).Hang(Reached).Status("running", "running", "running");
        using FmeFlowClient fme = Client(server);

        Task<FmeJobResult> run = fme.RunAsync(Order, new FmeRunOptions { Wait = new FmeWaitOptions { Timeout = TimeSpan.FromSeconds(4) } }, Token);
        await PassHoldAsync();
        await PassHoldAsync();
        await PassTimersAsync(5);
        await PassTimersAsync(7);
        await PassTimersAsync(9);
        var error = await Assert.ThrowsAsync<FmeWaitTimeoutException>(() => run);

        Assert.Equal("running", error.LastRecord!.Status.Text);
        Assert.Equal([Submit, Held, Held, Poll, Poll, Poll], server.Lines);
        Assert.Equal([100, 2, 1, 1, 0.25, 0.75, 0.375, 0.375, 0.375], _timers);
    }

    public void Dispose() => _reached.Dispose();

    private static FmeFlowOptions Options() => new()
    {
        ServerUrl = new Uri("https://fme.example.com"),
        Token = Tokens.Marker,
        ApiVersion = FmeApiVersion.V4,
    };

    private void Reached() => _reached.Release();

    // A call that is held has begun, and its time runs out.
    private async Task PassHoldAsync()
    {
        await _reached.WaitAsync(Token);
        await PassTimersAsync(_timers.Count + (_timers.Count == 0 ? 2 : 1));
    }

    // Lets the last of so many timers ring.
    private async Task PassTimersAsync(int count)
    {
        double[] timers = await TimersAsync(count);
        _time.Advance(TimeSpan.FromSeconds(timers[^1]));
    }

    private async Task<double[]> TimersAsync(int count)
    {
        while (_timers.Count < count)
        {
            _timers.Add((await _time.NextTimerAsync()).TotalSeconds);
        }

        return [.. _timers];
    }

    private FmeFlowClient Client(StubServer server) => server.Client(
        _time, options => (options.ApiVersion, options.LongPollTime) = (FmeApiVersion.V4, TimeSpan.FromSeconds(45)));

    /// <summary>Holds its answers until it is told to end them.</summary>
    private sealed class HoldingServer : HttpMessageHandler
    {
        private readonly TaskCompletionSource _end = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int Held { get; private set; }

        public int Polls { get; private set; }

        public void End() => _end.SetResult();

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.RequestUri!.AbsolutePath.EndsWith("/result", StringComparison.Ordinal))
            {
                Held++;
                await _end.Task.WaitAsync(cancellationToken);
            }
            else if (request.Method == HttpMethod.Get)
            {
                Polls++;
            }

            return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(request.Method == HttpMethod.Post ? Submitted : Result) };
        }
    }
}
