using System.Net;
using FmeTyped.Tests.Sample;
using Microsoft.Extensions.Logging.Abstractions;

namespace FmeTyped.Tests.Http;

/// <summary>Whatever goes wrong in reading an answer is an error of ours, and one that says what is known of a submission.</summary>
public sealed class HttpCallTests
{
    [Fact]
    public async Task What_nobody_thought_of_leaves_a_submission_unknown()
    {
        var submission = new Submission(
            new AustinDownload(), "Samples", "austinDownload.fmw", new FmeRunOptions()) { CorrelationKey = "the key", TimeSent = DateTimeOffset.UnixEpoch };
        var content = new BufferedSubmission(new PooledBufferWriter(), "application/json") { Submission = submission };

        var error = await Assert.ThrowsAsync<FmeSubmissionUnknownException>(() => ReadAsync(HttpMethod.Post, content));

        Assert.Equal(("the key", HttpStatusCode.Accepted), (error.CorrelationKey, error.StatusCode));
        Assert.True(submission.MayHaveArrived);
    }

    [Fact]
    public async Task What_nobody_thought_of_is_an_answer_that_FME_Flow_does_not_give()
    {
        var error = await Assert.ThrowsAsync<FmeProtocolException>(() => ReadAsync(HttpMethod.Get, content: null));

        Assert.Equal((42, HttpStatusCode.Accepted), (error.JobId, error.StatusCode));
        Assert.IsType<InvalidTimeZoneException>(error.InnerException);
    }

    [Fact]
    public async Task A_refusal_that_cannot_be_read_is_told_by_its_status()
    {
        using var server = new StubServer().Answer(HttpStatusCode.NotFound);
        using var http = new HttpClient(server);
        using HttpCall call = Prepare(http, HttpMethod.Get, content: null);

        var error = await Assert.ThrowsAsync<FmeProtocolException>(() => call.OpenStreamAsync(refusal: static _ => throw new InvalidTimeZoneException()));

        Assert.Equal((42, HttpStatusCode.NotFound), (error.JobId, error.StatusCode));
        Assert.IsType<InvalidTimeZoneException>(error.InnerException);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_call_that_is_refused_lets_go_of_its_response_and_its_time_limit(bool opensStream)
    {
        using var body = new MemoryStream([1, 2, 3]);
        using var server = new StubServer().Do((_, _) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.NotFound) { Content = new StreamContent(body) }));
        using var http = new HttpClient(server);
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://fme.example.com/");
        using var limit = new TimeLimit(TimeSpan.FromMinutes(1), TimeProvider.System, TestContext.Current.CancellationToken);
        using var call = new HttpCall(Connection(http), request, ErrorContext.ReadingJob(42), limit);

        await Assert.ThrowsAsync<FmeNotFoundException>(() => opensStream ? call.OpenStreamAsync() : call.DoAsync());

        Assert.False(body.CanRead);
        Assert.Throws<ObjectDisposedException>(() => limit.Token);
    }

    private static async Task<int> ReadAsync(HttpMethod method, HttpContent? content)
    {
        using var server = new StubServer().Answer(HttpStatusCode.Accepted);
        using var http = new HttpClient(server);
        return await Prepare(http, method, content).ReadAsync<int>(static (_, _) => throw new InvalidTimeZoneException());
    }

    private static HttpCall Prepare(HttpClient http, HttpMethod method, HttpContent? content) => Connection(http).Prepare(
        ErrorContext.ReadingJob(42), method, "/", "application/json", TimeSpan.FromMinutes(1), content, TestContext.Current.CancellationToken);

    private static ServerConnection Connection(HttpClient http) => new(
        () => http,
        new Uri("https://fme.example.com"),
        Credentials.None,
        new Redactor(),
        TimeSpan.FromMinutes(1),
        TimeProvider.System,
        new ClientTelemetry(new Uri("https://fme.example.com"), meters: null),
        NullLogger.Instance);
}
