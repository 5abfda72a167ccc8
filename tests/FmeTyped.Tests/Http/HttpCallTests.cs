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

    private static async Task<int> ReadAsync(HttpMethod method, HttpContent? content)
    {
        using var server = new StubServer().Answer(HttpStatusCode.Accepted);
        using var http = new HttpClient(server);
        var connection = new ServerConnection(
            () => http,
            new Uri("https://fme.example.com"),
            Credentials.None,
            new Redactor(),
            TimeSpan.FromMinutes(1),
            TimeProvider.System,
            new ClientTelemetry(new Uri("https://fme.example.com"), meters: null),
            NullLogger.Instance);
        HttpCall call = connection.Prepare(
            ErrorContext.ReadingJob(42), method, "/", "application/json", TimeSpan.FromMinutes(1), content, TestContext.Current.CancellationToken);
        return await call.ReadAsync<int>(static (_, _) => throw new InvalidTimeZoneException());
    }
}
