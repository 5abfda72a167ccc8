using System.Net;
using FmeTyped.Tests.Client;
using FmeTyped.Tests.Sample;
using FmeTyped.Tests.Server;

namespace FmeTyped.Tests.Batches;

/// <summary>What is said of an item whose submission made no job, or may have made one, and what its journal has of it.</summary>
public sealed class BatchSubmitterTests : IDisposable
{
    private readonly EagerTime _time = new();
    private readonly string _path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    public static TheoryData<FmeApiVersion> Versions => [FmeApiVersion.V3, FmeApiVersion.V4];

    public static MatrixTheoryData<string, FmeApiVersion> NoTexts => new(NoText.Names, [FmeApiVersion.V3, FmeApiVersion.V4]);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => File.Delete(_path);

    [Theory]
    [MemberData(nameof(NoTexts))]
    public async Task A_gateways_answer_that_is_no_text_makes_one_job_in_three_starts(string name, FmeApiVersion version)
    {
        using var server = new JobServer { Time = _time, Steps = 3 };
        server.Garble = (request, body) => request.Method == HttpMethod.Post ? NoText.Message(name) : body;
        using FmeFlowClient fme = new(Options(version), new HttpClient(new Changing(server, HttpStatusCode.BadGateway)));

        Assert.Equal(FmeBatchOutcome.Succeeded, (await RunAsync(fme, Token)).Outcome);
        Assert.Equal(FmeBatchOutcome.Skipped, (await RunAsync(fme, Token)).Outcome);
        Assert.Equal(FmeBatchOutcome.Skipped, (await RunAsync(fme, Token)).Outcome);
        Assert.Single(server.Jobs);
    }

    [Theory]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.NotImplemented)]
    [InlineData(HttpStatusCode.BadGateway)]
    [InlineData(HttpStatusCode.GatewayTimeout)]
    public async Task An_answer_that_does_not_say_no_is_looked_up(HttpStatusCode status)
    {
        using var server = new JobServer { Time = _time };
        using FmeFlowClient fme = new(Options(FmeApiVersion.V3), new HttpClient(new Changing(server, status)));

        Assert.Equal(FmeBatchOutcome.Succeeded, (await RunAsync(fme, Token)).Outcome);
        Assert.Single(server.Jobs);
    }

    [Theory]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.BadGateway)]
    public async Task An_answer_that_does_not_say_no_stays_intended_where_nobody_can_tell(HttpStatusCode status)
    {
        using var server = new JobServer { Time = _time, Refuse = _ => status };
        using FmeFlowClient fme = server.Client(FmeApiVersion.V4, _time);

        FmeBatchItem<AustinDownload> item = await RunAsync(fme, Token);

        Assert.Equal((FmeBatchOutcome.Unknown, true), (item.Outcome, item.Error is FmeSubmissionUnknownException));
        Assert.Equal("intent", LastWord());
    }

    [Theory]
    [MemberData(nameof(NoTexts))]
    public async Task A_record_that_is_no_text_does_not_end_a_batch(string name, FmeApiVersion version)
    {
        using var server = new JobServer { Time = _time };
        server.Garble = (request, body) => request.Method == HttpMethod.Post ? body : NoText.Before(name, body);
        using FmeFlowClient fme = server.Client(version, _time);

        FmeBatchItem<AustinDownload> item = await RunAsync(fme, Token);

        Assert.Equal((FmeBatchOutcome.Succeeded, 1), (item.Outcome, item.Job?.Id));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task What_fails_after_the_submission_has_left_is_looked_up(FmeApiVersion version)
    {
        using var server = new JobServer { Time = _time };
        using FmeFlowClient fme = new(Options(version), new HttpClient(server), new ThrowingLogger("Submitted"));

        Assert.Equal(FmeBatchOutcome.Succeeded, (await RunAsync(fme, Token)).Outcome);
        Assert.Single(server.Jobs);
    }

    [Fact]
    public async Task What_fails_after_the_submission_has_left_stays_intended_where_nobody_can_tell()
    {
        using var server = new JobServer { Time = _time, RepeatsDirectives = false };
        using FmeFlowClient fme = new(Options(FmeApiVersion.V4), new HttpClient(server), new ThrowingLogger("Submitted"));

        Assert.Equal(FmeBatchOutcome.Unknown, (await RunAsync(fme, Token)).Outcome);
        Assert.Equal(FmeBatchOutcome.Unknown, (await RunAsync(fme, Token)).Outcome);
        Assert.Single(server.Jobs);
        Assert.Equal("intent", LastWord());
    }

    [Fact]
    public async Task One_id_for_two_submissions_is_no_job_of_the_second_which_stays_unknown_where_nobody_can_tell()
    {
        using var server = new JobServer { Time = _time, RepeatsDirectives = false };
        server.Garble = (request, body) => request.Method == HttpMethod.Post ? """{"id":1}"""u8.ToArray() : body;
        using FmeFlowClient fme = server.Client(FmeApiVersion.V4, _time);

        // One after the other, so that the first submission is job 1.
        List<FmeBatchItem<AustinDownload>> items =
            await fme.SubmitAllAsync([new() { Maxy = 1 }, new AustinDownload { Maxy = 2 }], new() { MaximumJobsInFlight = 1 }, Token).ListOfAsync();

        Assert.Equal([FmeBatchOutcome.Submitted, FmeBatchOutcome.Unknown], items.Select(item => item.Outcome));
        var unknown = Assert.IsType<FmeSubmissionUnknownException>(items[1].Error);
        Assert.Equal("submit Samples/austinDownload.fmw", unknown.Operation);
        Assert.StartsWith(
            "Could not submit Samples/austinDownload.fmw: the server answered with job 1, which is that of another item.",
            unknown.InnerException!.Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HttpStatusCode.UnprocessableEntity, 1)]
    [InlineData(HttpStatusCode.RequestTimeout, 1)]
    [InlineData(HttpStatusCode.ServiceUnavailable, 5)]
    public async Task A_refusal_is_withdrawn_so_that_the_next_start_need_not_look(HttpStatusCode status, int attempts)
    {
        using var server = new JobServer { Time = _time, Refuse = _ => status };
        using FmeFlowClient fme = server.Client(FmeApiVersion.V4, _time);

        FmeBatchItem<AustinDownload> item = await RunAsync(fme, Token);

        Assert.Equal((FmeBatchOutcome.NotSubmitted, status), (item.Outcome, (item.Error as FmeException)?.StatusCode));
        Assert.Equal(attempts, server.Lines.Length);
        Assert.Equal(attempts - 1, _time.Pauses.Length);
        Assert.Equal("withdrawn", LastWord());
        await RunAsync(fme, Token);
        Assert.All(server.Lines, line => Assert.StartsWith("POST", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_lost_time_and_again_and_never_arrives_is_withdrawn_in_the_end()
    {
        int posts = 0;
        using var server = new JobServer { Time = _time };
        server.Before = request => request.Method == HttpMethod.Post && ++posts <= 9 ? throw new HttpRequestException("connection reset") : Task.CompletedTask;
        using FmeFlowClient fme = server.Client(FmeApiVersion.V4, _time);

        Assert.Equal(FmeBatchOutcome.NotSubmitted, (await RunAsync(fme, Token)).Outcome);
        Assert.Equal(5, posts);
        Assert.Equal("withdrawn", LastWord());
        Assert.Empty(server.Jobs);
    }

    [Fact]
    public async Task After_a_stop_no_other_attempt_is_made()
    {
        int posts = 0;
        var second = new TaskCompletionSource();
        var taken = new TaskCompletionSource();
        var refusals = new Dictionary<HttpRequestMessage, HttpStatusCode>();
        using var server = new JobServer { Time = _time };
        server.Before = async request =>
        {
            int post = Interlocked.Increment(ref posts);
            lock (refusals)
            {
                refusals[request] = post == 1 ? HttpStatusCode.UnprocessableEntity : HttpStatusCode.TooManyRequests;
            }

            if (post == 2)
            {
                second.SetResult();
            }

            await (post == 1 ? second.Task : taken.Task);
        };
        server.Refuse = request =>
        {
            lock (refusals)
            {
                return refusals[request];
            }
        };
        using FmeFlowClient fme = server.Client(FmeApiVersion.V4, _time);
        await using IAsyncEnumerator<FmeBatchItem<AustinDownload>> items = fme
            .SubmitAllAsync(
                [new() { Maxy = 1 }, new AustinDownload { Maxy = 2 }],
                new FmeBatchOptions<AustinDownload> { StopOnFailure = FmeBatchFailureMode.Submitting },
                Token)
            .GetAsyncEnumerator(Token);

        Assert.True(await items.MoveNextAsync());
        Assert.IsType<FmeParametersRefusedException>(items.Current.Error);
        taken.SetResult();
        Assert.True(await items.MoveNextAsync());
        Assert.IsType<FmeServerUnavailableException>(items.Current.Error);
        Assert.Equal(FmeBatchOutcome.NotSubmitted, items.Current.Outcome);
        Assert.Equal(2, posts);
    }

    [Theory]
    [InlineData(null, new[] { 1, 2, 3, 4 })]
    [InlineData(30, new[] { 30, 30, 30, 30 })]
    [InlineData(3, new[] { 3, 3, 3, 4 })]
    public async Task A_server_that_has_no_time_is_left_alone_as_long_as_it_asks(int? seconds, int[] pauses)
    {
        using var server =
            new JobServer { Time = _time, Refuse = _ => HttpStatusCode.TooManyRequests, RetryAfter = seconds is { } wait ? TimeSpan.FromSeconds(wait) : null };
        using FmeFlowClient fme = server.Client(FmeApiVersion.V4, _time);

        await RunAsync(fme, Token);

        Assert.Equal(pauses.Select(pause => TimeSpan.FromSeconds(pause)), _time.Pauses);
    }

    [Fact]
    public async Task What_is_cancelled_on_its_way_stays_intended()
    {
        using var cancellation = new CancellationTokenSource();
        using var server = new JobServer { Time = _time };
        server.After = async _ =>
        {
            await cancellation.CancelAsync();
            cancellation.Token.ThrowIfCancellationRequested();
        };
        using FmeFlowClient fme = server.Client(FmeApiVersion.V4, _time);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RunAsync(fme, cancellation.Token));
        Assert.Equal("intent", LastWord());
        server.After = _ => Task.CompletedTask;
        Assert.Equal(FmeBatchOutcome.Succeeded, (await RunAsync(fme, Token)).Outcome);
        Assert.Single(server.Jobs);
    }

    [Theory]
    [InlineData(5, FmeBatchOutcome.Succeeded)]
    [InlineData(6, FmeBatchOutcome.Failed)]
    public async Task The_least_number_of_features_is_enough_and_one_less_is_not(int minimum, FmeBatchOutcome outcome)
    {
        using var server = new JobServer { Time = _time };
        using FmeFlowClient fme = server.Client(FmeApiVersion.V4, _time);

        await foreach (FmeBatchItem<AustinDownload> item in fme.RunAllAsync(
            [new AustinDownload()], new() { Wait = new FmeWaitOptions { MinimumFeatures = minimum } }, Token))
        {
            Assert.Equal((outcome, (long?)minimum), (item.Outcome, item.Result?.MinimumFeatures));
        }
    }

    private FmeFlowOptions Options(FmeApiVersion version) => new()
    {
        ServerUrl = new Uri("https://fme.example.com"),
        Token = Tokens.Marker,
        ApiVersion = version,
        TimeProvider = _time,
        RequestTimeout = Timeout.InfiniteTimeSpan,
    };

    /// <summary>One start of a batch of one item, with the journal.</summary>
    private async Task<FmeBatchItem<AustinDownload>> RunAsync(FmeFlowClient fme, CancellationToken cancellationToken)
    {
        using FmeBatchJournal journal = FmeBatchJournal.Open(_path);
        FmeBatchItem<AustinDownload>? single = null;
        var options = new FmeBatchOptions<AustinDownload> { Journal = journal, Wait = new FmeWaitOptions { Timeout = Timeout.InfiniteTimeSpan } };
        await foreach (FmeBatchItem<AustinDownload> item in fme.RunAllAsync([new AustinDownload { Maxy = 1 }], options, cancellationToken))
        {
            Assert.Null(single);
            single = item;
        }

        return Assert.IsType<FmeBatchItem<AustinDownload>>(single);
    }

    private string LastWord() => File.ReadLines(_path).Last().Split('"')[3];

    /// <summary>A gateway that answers every submission with a status of its own.</summary>
    private sealed class Changing(HttpMessageHandler server, HttpStatusCode status) : DelegatingHandler(server)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            HttpResponseMessage answer = await base.SendAsync(request, cancellationToken);
            answer.StatusCode = request.Method == HttpMethod.Post ? status : answer.StatusCode;
            return answer;
        }
    }
}
