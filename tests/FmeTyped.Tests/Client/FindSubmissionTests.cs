using System.Net;
using FmeTyped.Tests.Sample;
using FmeTyped.Tests.Server;

namespace FmeTyped.Tests.Client;

public sealed class FindSubmissionTests
{
    private static readonly AustinDownload Order = new() { Maxy = 42 };

    public static TheoryData<FmeApiVersion> Versions => [FmeApiVersion.V3, FmeApiVersion.V4];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_submission_whose_answer_was_lost_is_found(FmeApiVersion version)
    {
        var time = new EagerTime();
        using var server = new JobServer { Time = time, Steps = 3 };
        using FmeFlowClient fme = server.Client(version, time, options => options.Repositories["Samples"] = "Samples-Test");
        server.Add("success", time.GetUtcNow(), time.GetUtcNow(), repository: "Samples-Test");
        await fme.SubmitAsync(Order, Token);
        server.After = Lose;
        var lost = await Assert.ThrowsAsync<FmeSubmissionUnknownException>(() => fme.SubmitAsync(Order, Token));
        server.After = _ => Task.CompletedTask;
        await fme.SubmitAsync(Order, Token);

        Search search = await Search.RunAsync(fme.FindSubmissionAsync(lost, Token));

        Assert.Equal(SearchOutcome.Found, search.Outcome);
        Assert.Equal(3, search.Job!.Id);
        Assert.Equal(lost.CorrelationKey, search.Job.CorrelationKey);
        Assert.Equal(lost.CorrelationKey, server.Jobs[2].Directives!["fmetypedCorrelationKey"]);
        Assert.Equal(("Samples-Test", "austinDownload.fmw"), (lost.Repository, lost.Workspace));
        Assert.NotNull(lost.TimeSent);
        Assert.Equal(4, server.Jobs.Count);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_submission_that_never_arrived_is_absent(FmeApiVersion version)
    {
        var time = new EagerTime();
        using var server = new JobServer { Time = time };
        using FmeFlowClient fme = server.Client(version, time);
        await fme.SubmitAsync(Order, Token);
        server.Before = Lose;
        var lost = await Assert.ThrowsAsync<FmeSubmissionUnknownException>(() => fme.SubmitAsync(Order, Token));
        server.Before = _ => Task.CompletedTask;

        Assert.Equal(SearchOutcome.Absent, (await Search.RunAsync(fme.FindSubmissionAsync(lost, Token))).Outcome);
    }

    [Theory]
    [InlineData("fmetypedCorrelationKey")]
    [InlineData("nm_fmetypedCorrelationKey")]
    public async Task The_key_of_a_download_is_found_with_its_prefix_or_without(string directive)
    {
        var time = new EagerTime();
        using var server = new JobServer { Time = time };
        using FmeFlowClient fme = server.Client(FmeApiVersion.V4, time);
        server.Add("success").Directives = new Dictionary<string, string> { [directive] = "mine" };

        Assert.NotNull(await fme.FindJobAsync("mine", "Samples", "austinDownload.fmw", time.GetUtcNow(), Token));
    }

    [Fact]
    public async Task A_submission_that_arrives_late_is_found_by_the_second_look()
    {
        var time = new FakeTime();
        using var server = new JobServer { Time = time };
        using FmeFlowClient fme = server.Client(FmeApiVersion.V4, time);

        Task<Search> search = Search.RunAsync(fme.FindJobAsync("late", "Samples", "austinDownload.fmw", time.GetUtcNow(), Token));
        while (await time.NextTimerAsync() != TimeSpan.FromSeconds(10))
        {
        }

        server.Add("queued").Directives = new Dictionary<string, string> { ["fmetypedCorrelationKey"] = "late" };
        time.Advance(TimeSpan.FromSeconds(10));

        Assert.True((await search).Outcome == SearchOutcome.Found);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Every_submission_has_a_key_of_its_own_that_the_job_knows(FmeApiVersion version)
    {
        using var server = new JobServer();
        using FmeFlowClient fme = server.Client(version);

        FmeJob first = await fme.SubmitAsync(Order, Token);
        FmeJob second = await fme.SubmitAsync(Order, new FmeRunOptions { Directives = new Dictionary<string, string> { ["a"] = "b" } }, Token);
        FmeJob third = await fme.SubmitAsync(Order, new FmeRunOptions { CorrelationKey = "mine" }, Token);

        string?[] keys = [first.CorrelationKey, second.CorrelationKey, third.CorrelationKey];
        Assert.Equal(keys, server.Jobs.Select(job => job.Directives!["fmetypedCorrelationKey"]));
        Assert.Equal(3, keys.Distinct().Count());
        Assert.Equal("mine", keys[2]);
        Assert.Equal("b", server.Jobs[1].Directives!["a"]);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Records_without_directives_cannot_tell(FmeApiVersion version)
    {
        var time = new EagerTime();
        using var server = new JobServer { Time = time, RepeatsDirectives = false };
        using FmeFlowClient fme = server.Client(version, time);
        await fme.SubmitAsync(Order, Token);

        Search search = await Search.RunAsync(fme.FindJobAsync("key", "Samples", "austinDownload.fmw", time.GetUtcNow(), Token));

        Assert.Equal(SearchOutcome.Unknown, search.Outcome);
        Assert.Contains("does not repeat the directives", search.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_job_of_somebody_else_without_directives_is_not_it_where_others_show_theirs()
    {
        var time = new EagerTime();
        using var server = new JobServer { Time = time, Steps = 9 };
        using FmeFlowClient fme = server.Client(FmeApiVersion.V4, time);
        server.Add("running");
        await fme.SubmitAsync(Order, Token);

        Assert.Equal(SearchOutcome.Absent, (await Search.RunAsync(fme.FindJobAsync("key", "Samples", "austinDownload.fmw", time.GetUtcNow(), Token))).Outcome);
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden, """{"message":"No."}""")]
    [InlineData(HttpStatusCode.NotFound, """{"message":"No."}""")]
    [InlineData(HttpStatusCode.Unauthorized, "")]
    [InlineData(HttpStatusCode.OK, "<html></html>")]
    [InlineData(HttpStatusCode.OK, "{}")]
    public async Task What_keeps_it_from_telling_is_its_answer(HttpStatusCode status, string body)
    {
        using var server = new StubServer().Answer(status, body);
        using FmeFlowClient fme = server.Client();

        Search search = await Search.RunAsync(fme.FindJobAsync("key", "Samples", "austinDownload.fmw", DateTimeOffset.UtcNow, Token));

        Assert.Equal(SearchOutcome.Unknown, search.Outcome);
        Assert.Contains("could not list the jobs", search.Reason, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_server_that_cannot_be_reached_is_an_error()
    {
        using var server = new StubServer().Answer(HttpStatusCode.ServiceUnavailable);
        using FmeFlowClient fme = server.Client();

        await Assert.ThrowsAsync<FmeServerUnavailableException>(() => fme.FindJobAsync("key", "Samples", "austinDownload.fmw", DateTimeOffset.UtcNow, Token));
    }

    [Fact]
    public async Task An_incomplete_list_cannot_tell()
    {
        var time = new EagerTime();
        using var server = new StubServer();
        for (int look = 0; look < 2; look++)
        {
            // The same page whatever the offset.
            const string Page =
                """{"totalCount":3,"items":[{"id":1,"status":"QUEUED","request":{"NMDirectives":{}}},{"id":2,"status":"QUEUED","request":"""
                    + """{"NMDirectives":{}}}]}""";
            server.Answer(Page).Answer(Page).Answer("""{"totalCount":0,"items":[]}""").Answer("""{"totalCount":0,"items":[]}""");
        }

        using FmeFlowClient fme = server.Client(time, options => options.RequestTimeout = Timeout.InfiniteTimeSpan);

        Search search = await Search.RunAsync(fme.FindJobAsync("key", "Samples", "austinDownload.fmw", time.GetUtcNow(), Token));

        Assert.Equal(SearchOutcome.Unknown, search.Outcome);
        Assert.Contains("completely", search.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_without_end_cannot_tell()
    {
        var time = new EagerTime();
        using var server = new JobServer { Time = time, List = offset => $$"""{"items":[{"id":{{offset + 1}},"status":"QUEUED","workspace":"other.fmw"}]}""" };
        using FmeFlowClient fme = server.Client(FmeApiVersion.V3, time, options => options.RequestTimeout = Timeout.InfiniteTimeSpan);

        Search search = await Search.RunAsync(fme.FindJobAsync("key", "Samples", "austinDownload.fmw", time.GetUtcNow(), Token));

        Assert.Equal(SearchOutcome.Unknown, search.Outcome);
        Assert.Contains("there are still more", search.Reason, StringComparison.Ordinal);
        Assert.Equal(1000, server.Lines.Length);
    }

    [Fact]
    public async Task More_than_ten_thousand_records_cannot_tell()
    {
        var time = new EagerTime();
        using var server = new JobServer { Time = time };
        for (int i = 0; i < 10_001; i++)
        {
            server.Add("success", finished: time.GetUtcNow());
        }

        using FmeFlowClient fme = server.Client(FmeApiVersion.V4, time, options => options.RequestTimeout = Timeout.InfiniteTimeSpan);

        Search search = await Search.RunAsync(fme.FindJobAsync("key", "Samples", "austinDownload.fmw", time.GetUtcNow(), Token));

        Assert.Equal(SearchOutcome.Unknown, search.Outcome);
        Assert.Contains("there are more than 10000 jobs that it might be", search.Reason, StringComparison.Ordinal);

        // It searches twice, in case the submission was not listed yet.
        Assert.Equal(2 * 10_000, server.Lines.Count(line => !line.Contains('?', StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(FmeApiVersion.V3, 0)]
    [InlineData(FmeApiVersion.V4, 1)]
    public async Task A_job_whose_directives_are_known_is_not_read_again(FmeApiVersion version, int records)
    {
        var time = new EagerTime();
        using var server = new JobServer { Time = time };
        using FmeFlowClient fme = server.Client(version, time);
        server.Add("success").Directives = new() { ["a"] = "b" };

        Assert.Equal(SearchOutcome.Absent, (await Search.RunAsync(fme.FindJobAsync("key", "Samples", "austinDownload.fmw", time.GetUtcNow(), Token))).Outcome);

        Assert.Equal(records, server.Lines.Count(line => !line.Contains('?', StringComparison.Ordinal)));
    }

    // The clocks of server and client may differ by an hour.
    [Theory]
    [InlineData(3600, SearchOutcome.Found)]
    [InlineData(3601, SearchOutcome.Absent)]
    public async Task A_job_that_was_there_an_hour_before_is_not_it(int seconds, SearchOutcome outcome)
    {
        var time = new EagerTime();
        DateTimeOffset sent = DateTimeOffset.FromUnixTimeSeconds(time.GetUtcNow().ToUnixTimeSeconds());
        using var server = new JobServer { Time = time };
        using FmeFlowClient fme = server.Client(FmeApiVersion.V4, time);
        server.Add("success", sent.AddSeconds(-seconds), sent).Directives = new() { ["fmetypedCorrelationKey"] = "mine" };

        Assert.Equal(outcome, (await Search.RunAsync(fme.FindJobAsync("mine", "Samples", "austinDownload.fmw", sent, Token))).Outcome);
    }

    [Theory]
    [InlineData(1, ",\"timeSubmitted\":\"2026-01-09T12:00:01Z\",\"timeQueued\":\"2026-01-09T12:00:02Z\"")]
    [InlineData(2, ",\"timeQueued\":\"2026-01-09T12:00:02Z\"")]
    [InlineData(0, "")]
    public async Task A_found_job_was_submitted_when_its_record_says_so(int second, string times)
    {
        var sent = new DateTimeOffset(2026, 1, 9, 12, 0, 0, TimeSpan.Zero);
        using var server = new JobServer
        {
            List = _ => $$"""
                {"totalCount":1,"items":[{"id":1,"status":"SUCCESS"{{times}},
                  "request":{"NMDirectives":{"directives":[{"name":"fmetypedCorrelationKey","value":"mine"}]} } }]}
                """,
        };
        using FmeFlowClient fme = server.Client(FmeApiVersion.V3, new EagerTime());

        FmeJob? job = await fme.FindJobAsync("mine", "Samples", "austinDownload.fmw", sent, Token);

        Assert.Equal(sent.AddSeconds(second), job!.ToHandle().TimeSubmitted);
    }

    [Fact]
    public async Task A_search_that_takes_too_long_cannot_tell()
    {
        var time = new FakeTime();
        using var server = new StubServer().Hang();
        using FmeFlowClient fme = server.Client(time, options => options.RequestTimeout = Timeout.InfiniteTimeSpan);

        Task<Search> search = Search.RunAsync(fme.FindJobAsync("key", "Samples", "austinDownload.fmw", time.GetUtcNow(), Token));
        time.Advance(TimeSpan.FromMinutes(15));

        Assert.Equal(SearchOutcome.Unknown, (await search).Outcome);
        Assert.Contains("15 minutes", (await search).Reason, StringComparison.Ordinal);
    }

    // A job without directives is not it where the server shows those of any other job, before it or behind it; empty ones show nothing.
    [Theory]
    [InlineData(SearchOutcome.Unknown, "", null)]
    [InlineData(SearchOutcome.Unknown, null, "")]
    [InlineData(SearchOutcome.Absent, "a", null)]
    [InlineData(SearchOutcome.Absent, "a", "", null)]
    [InlineData(SearchOutcome.Absent, null, "", "a")]
    public async Task What_shows_no_directives_is_judged_by_what_the_others_show(SearchOutcome outcome, params string?[] directives)
    {
        var time = new EagerTime();
        using var server = new JobServer { Time = time };
        foreach (string? directive in directives)
        {
            server.Add("success").Directives = directive switch { null => null, "" => [], _ => new() { [directive] = "b" } };
        }

        using FmeFlowClient fme = server.Client(FmeApiVersion.V4, time);

        Assert.Equal(outcome, (await Search.RunAsync(fme.FindJobAsync("key", "Samples", "austinDownload.fmw", time.GetUtcNow(), Token))).Outcome);
    }

    // The second look is ten seconds later.
    [Theory]
    [InlineData(SearchOutcome.Absent, 0)]
    [InlineData(SearchOutcome.Unknown, -1)]
    public async Task What_was_sent_more_than_a_day_ago_may_have_been_cleaned_up(SearchOutcome outcome, long ticks)
    {
        var time = new EagerTime();
        using var server = new JobServer { Time = time };
        using FmeFlowClient fme = server.Client(FmeApiVersion.V4, time);

        DateTimeOffset sent = time.GetUtcNow().AddDays(-1).AddSeconds(10).AddTicks(ticks);
        Search search = await Search.RunAsync(fme.FindJobAsync("key", "Samples", "austinDownload.fmw", sent, Token));

        Assert.Equal(outcome, search.Outcome);
        Assert.Equal(outcome == SearchOutcome.Unknown, search.Reason.Contains("may have been cleaned up", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Looking_can_be_cancelled_between_its_looks()
    {
        var time = new FakeTime();
        using var server = new JobServer { Time = time };
        using FmeFlowClient fme = server.Client(FmeApiVersion.V4, time);
        using var cancellation = new CancellationTokenSource();

        Task<Search> search = Search.RunAsync(fme.FindJobAsync("late", "Samples", "austinDownload.fmw", time.GetUtcNow(), cancellation.Token));
        while (await time.NextTimerAsync() != TimeSpan.FromSeconds(10))
        {
        }

        await cancellation.CancelAsync();

        Assert.Equal(cancellation.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => search)).CancellationToken);
    }

    [Fact]
    public async Task A_handler_that_copies_the_body_is_beyond_the_guard_and_the_key_shows_what_it_did()
    {
        using var server = new JobServer();
        using var http = new HttpClient(new CopyingHandler { InnerHandler = server });
        using var fme = new FmeFlowClient(
            new FmeFlowOptions { ServerUrl = new Uri("https://fme.example.com"), Token = Tokens.Marker, ApiVersion = FmeApiVersion.V4 }, http);

        await fme.SubmitAsync(Order, Token);

        Assert.Single(server.Jobs.Select(job => job.Directives!["fmetypedCorrelationKey"]).Distinct());
        Assert.Equal(2, server.Jobs.Count);
    }

    private static Task Lose(HttpRequestMessage request) =>
        request.Method == HttpMethod.Post ? throw new HttpRequestException("connection reset") : Task.CompletedTask;

    private sealed class CopyingHandler : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await request.Content!.ReadAsByteArrayAsync(cancellationToken);
            await base.SendAsync(request, cancellationToken);
            return await base.SendAsync(request, cancellationToken);
        }
    }
}
