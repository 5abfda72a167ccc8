using System.Net;
using FmeTyped.Tests.Sample;
using FmeTyped.Tests.Server;
using Microsoft.Extensions.Time.Testing;

namespace FmeTyped.Tests.Client;

public sealed class AutoVersionTests
{
    private const string Submit = "POST /fmerest/v3/transformations/submit/Samples/austinDownload.fmw";
    private const string Version = "GET /fmeinfo/version";
    private const string V3Info = "GET /fmerest/v3/info";
    private const string V4Liveness = "GET /fmeapiv4/healthcheck/liveness";
    private const string SubmitV4 = "POST /fmeapiv4/jobs";

    private static readonly AustinDownload Order = new() { Maxy = 42 };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(22337, "v3 v3 v3 v3 v3")]
    [InlineData(25208, "v3 v3 v3 v3 v3")]
    [InlineData(25605, "v3 v3 v3 v3 v3")]
    [InlineData(25606, "v3 v3 v4 v4 v4")]
    [InlineData(26017, "v3 v3 v4 v4 v4")]
    [InlineData(26018, "v4 v4 v4 v4 v4")]
    [InlineData(27000, "v4 v4 v4 v4 v4")]
    public async Task Each_call_takes_the_version_that_the_build_has_for_it(int build, string expected)
    {
        const string Ended = """{"id":42,"status":"SUCCESS"}""";
        using var server = new StubServer()
            .Answer($$"""{"buildNumber":{{build}}}""")
            .Answer("""{"id":42}""")
            .Answer(Ended)
            .Answer(Ended)
            .Answer(HttpStatusCode.NoContent)
            .Answer(HttpStatusCode.OK, "log", "text/plain");
        using FmeFlowClient fme = Client(server);

        FmeJob job = await fme.SubmitAsync(Order, Token);
        await fme.TransactAsync(Order, cancellationToken: Token);
        await job.GetRecordAsync(Token);
        await job.CancelAsync(Token);
        await job.GetLogAsync(Token);

        Assert.Equal(Version, server.Lines.First());
        Assert.Equal(expected, string.Join(' ', server.Lines.Skip(1).Select(line => line.Contains("/fmeapiv4/", StringComparison.Ordinal) ? "v4" : "v3")));
    }

    [Theory]
    [InlineData("""{"buildNumber":"26018"}""", SubmitV4)]
    [InlineData("""{"buildString":"FME Flow 2026.0 - Build 26018 - linux-x64"}""", SubmitV4)]
    [InlineData("""{"buildString":"FME Server 2022.0 - Build 22337 - linux-x64"}""", Submit)]
    public async Task The_build_is_read_from_its_number_or_its_name(string version, string submit)
    {
        using var server = new StubServer().Answer(version).Answer("""{"id":42}""");
        using FmeFlowClient fme = Client(server);

        await fme.SubmitAsync(Order, Token);

        Assert.Equal([Version, submit], server.Lines);
    }

    [CorpusTheory]
    [InlineData(HttpStatusCode.NotFound, "<html><title>Not found</title></html>", "text/html")]
    [InlineData(HttpStatusCode.NotFound, """{"message":"No."}""", "application/json")]
    [InlineData(HttpStatusCode.Forbidden, "", "text/plain")]
    [InlineData(HttpStatusCode.OK, "<html><title>Welcome</title></html>", "text/html")]
    [InlineData(HttpStatusCode.OK, "{}", "application/json")]
    public async Task A_server_that_does_not_tell_there_is_asked_elsewhere(HttpStatusCode status, string body, string mediaType)
    {
        using var old = new StubServer().Answer(status, body, mediaType).Answer(Corpus.Read("rest", "v3", "info.json")).Answer("""{"id":42}""");
        using FmeFlowClient oldFme = Client(old);
        await oldFme.SubmitAsync(Order, Token);
        Assert.Equal([Version, V3Info, Submit], old.Lines);

        using var newer = new StubServer()
            .Answer(status, body, mediaType).Answer(status, body, mediaType).Answer(Corpus.Read("rest", "v4", "healthcheck-ok.json")).Answer("""{"id":42}""");
        using FmeFlowClient newFme = Client(newer);
        await newFme.SubmitAsync(Order, Token);
        Assert.Equal([Version, V3Info, V4Liveness, SubmitV4], newer.Lines);

        using var none = new StubServer().Answer(status, body, mediaType).Answer(status, body, mediaType).Answer(status, body, mediaType);
        using FmeFlowClient noFme = Client(none);
        var error = await Assert.ThrowsAsync<FmeProtocolException>(() => noFme.SubmitAsync(Order, Token));
        Assert.Equal("find out the server's version", error.Operation);
        Assert.Equal([Version, V3Info, V4Liveness], none.Lines);
    }

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized, "", "text/plain", typeof(FmeUnauthorizedException))]
    [InlineData(HttpStatusCode.OK, "<html><title>Log in</title></html>", "text/html", typeof(FmeUnauthorizedException))]
    [InlineData(HttpStatusCode.ServiceUnavailable, "", "text/plain", typeof(FmeServerUnavailableException))]
    [InlineData(HttpStatusCode.TooManyRequests, "", "text/plain", typeof(FmeServerUnavailableException))]
    [InlineData(HttpStatusCode.Found, "", "text/plain", typeof(FmeException))]
    public async Task A_failure_decides_nothing_and_the_next_call_asks_again(HttpStatusCode status, string body, string mediaType, Type expected)
    {
        using var server = new StubServer().Answer(status, body, mediaType).Answer("""{"buildNumber":26018}""").Answer("""{"id":42}""");
        using FmeFlowClient fme = Client(server);

        Assert.IsType(expected, await Record.ExceptionAsync(() => fme.SubmitAsync(Order, Token)));
        await fme.SubmitAsync(Order, Token);

        Assert.Equal([Version, Version, SubmitV4], server.Lines);
    }

    [Fact]
    public async Task First_calls_at_once_ask_once()
    {
        var reached = new TaskCompletionSource();
        var answer = new TaskCompletionSource<HttpResponseMessage>();
        using var server = new StubServer().Do((_, _) =>
        {
            reached.SetResult();
            return answer.Task;
        });
        server.Answer("""{"id":1}""").Answer("""{"id":2}""").Answer("""{"id":3}""");
        using FmeFlowClient fme = Client(server);

        Task<FmeJob>[] calls = [fme.SubmitAsync(Order, Token), fme.SubmitAsync(Order, Token), fme.SubmitAsync(Order, Token)];
        await reached.Task;
        answer.SetResult(new HttpResponseMessage { Content = new StringContent("""{"buildNumber":26018}""") });
        await Task.WhenAll(calls);
        Assert.Single(server.Lines, line => line == Version);
        Assert.Equal(3, server.Lines.Count(line => line == SubmitV4));
    }

    [Fact]
    public async Task A_caller_who_leaves_does_not_stop_the_asking_for_the_others()
    {
        var reached = new TaskCompletionSource();
        var answer = new TaskCompletionSource<HttpResponseMessage>();
        using var server = new StubServer().Do((_, _) =>
        {
            reached.SetResult();
            return answer.Task;
        });
        server.Answer("""{"id":1}""");
        using FmeFlowClient fme = Client(server);
        using var leaving = new CancellationTokenSource();

        Task<FmeJob> left = fme.SubmitAsync(Order, leaving.Token);
        Task<FmeJob> stayed = fme.SubmitAsync(Order, Token);
        await reached.Task;
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);
        answer.SetResult(new HttpResponseMessage { Content = new StringContent("""{"buildNumber":26018}""") });

        Assert.Equal(1, (await stayed).Id);
        Assert.Equal([Version, SubmitV4], server.Lines);
    }

    [Fact]
    public async Task Waiting_ends_in_time_though_the_version_is_never_told()
    {
        var time = new FakeTimeProvider();
        var reached = new TaskCompletionSource();
        using var server = new StubServer().Hang(reached.SetResult);
        using FmeFlowClient fme = server.Client(time, options => options.ApiVersion = FmeApiVersion.Auto);

        Task<FmeJobResult> waiting = fme.GetJob(42).WaitAsync(new FmeWaitOptions { Timeout = TimeSpan.FromSeconds(5) }, Token);
        await reached.Task;
        time.Advance(TimeSpan.FromSeconds(5));

        var error = await Assert.ThrowsAsync<FmeWaitTimeoutException>(() => waiting);
        Assert.Equal(42, error.JobId);
    }

    [Theory]
    [InlineData(26018, SubmitV4)]
    [InlineData(23166, Submit)]
    public async Task A_404_to_a_submission_is_not_tried_on_the_other_version(int build, string submit)
    {
        using var server = new StubServer().Answer($$"""{"buildNumber":{{build}}}""").Answer(HttpStatusCode.NotFound, "<html></html>", "text/html");
        using FmeFlowClient fme = Client(server);

        await Assert.ThrowsAsync<FmeNotFoundException>(() => fme.SubmitAsync(Order, Token));

        Assert.Equal([Version, submit], server.Lines);
    }

    [Theory]
    [InlineData(FmeApiVersion.V3, Submit)]
    [InlineData(FmeApiVersion.V4, SubmitV4)]
    public async Task A_version_that_is_set_is_taken_without_asking(FmeApiVersion version, string submit)
    {
        using var server = new StubServer().Answer("""{"id":42}""");
        using FmeFlowClient fme = server.Client(configure: options => options.ApiVersion = version);

        await fme.SubmitAsync(Order, Token);

        Assert.Equal([submit], server.Lines);
    }

    [Fact]
    public async Task The_token_goes_along_with_the_question_to_the_server_itself()
    {
        using var server = new StubServer().Answer("""{"buildNumber":26018}""").Answer("""{"id":42}""");
        using FmeFlowClient fme = Client(server);

        await fme.SubmitAsync(Order, Token);

        Assert.All(server.Requests, request => Assert.Equal($"fmetoken token={Tokens.Marker}", request.Authorization));
    }

    [Fact]
    public async Task A_request_that_does_not_fit_is_told_before_the_version_is_asked()
    {
        using var server = new StubServer();
        using FmeFlowClient fme = Client(server);

        await Assert.ThrowsAsync<FmeValidationException>(() => fme.SubmitAsync(new EveryKind { Title = null }, Token));

        Assert.Empty(server.Requests);
    }

    private static FmeFlowClient Client(StubServer server) => server.Client(configure: options => options.ApiVersion = FmeApiVersion.Auto);
}
