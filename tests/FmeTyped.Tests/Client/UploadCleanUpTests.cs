using System.Diagnostics;
using System.Net;
using FmeTyped.Tests.Requests;
using FmeTyped.Tests.Server;
using Microsoft.Extensions.Time.Testing;

namespace FmeTyped.Tests.Client;

/// <summary>Uploaded files go when no job needs them any more, and only then.</summary>
public sealed class UploadCleanUpTests
{
    private static readonly FileRequest Request = new() { Source = FileRequest.FileOf("a.gml", "x") };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{"id":42,"status":"SUCCESS"}""", true)]
    [InlineData("""{"id":42,"status":"FME_FAILURE"}""", true)]
    [InlineData("""{"id":42,"status":"FME_FAILURE"}""", false)]
    [InlineData("""{"id":42,"status":"ABORTED"}""", true)]
    public async Task After_the_end_of_a_job_that_was_waited_for(string record, bool throwOnFailure)
    {
        using StubServer server = Uploading().Answer(HttpStatusCode.Accepted, """{"id":42}""").Answer(record).Answer(HttpStatusCode.NoContent);
        using FmeFlowClient fme = server.Client();

        await Record.ExceptionAsync(() => fme.RunAsync(Request, new FmeRunOptions { Wait = new FmeWaitOptions { ThrowOnFailure = throwOnFailure } }, Token));

        AssertCleanedUp(server, requests: 4);
    }

    [Fact]
    public async Task After_the_end_of_a_job_that_was_submitted_before()
    {
        using StubServer server = Uploading().Answer(HttpStatusCode.Accepted, """{"id":42}""").Status("SUCCESS").Answer(HttpStatusCode.NoContent);
        using FmeFlowClient fme = server.Client();

        FmeJob job = await fme.SubmitAsync(Request, Token);
        Assert.Equal(2, server.Requests.Count);
        await job.WaitAsync(cancellationToken: Token);

        AssertCleanedUp(server, requests: 4);
    }

    [Theory]
    [InlineData(HttpStatusCode.OK, """{"id":42,"status":"SUCCESS"}""")]
    [InlineData(HttpStatusCode.OK, """{"id":42,"status":"FME_FAILURE"}""")]
    [InlineData(HttpStatusCode.UnprocessableEntity, """{"id":42,"status":"FME_FAILURE"}""")]
    [InlineData(HttpStatusCode.UnprocessableEntity, """{"message":"MAXY is no number"}""")]
    public async Task After_the_answer_of_the_waiting_call(HttpStatusCode status, string answer)
    {
        using StubServer server = Uploading().Answer(status, answer).Answer(HttpStatusCode.NoContent);
        using FmeFlowClient fme = server.Client();

        await Record.ExceptionAsync(() => fme.TransactAsync(Request, cancellationToken: Token));

        AssertCleanedUp(server, requests: 3);
    }

    [Theory]
    [InlineData(HttpStatusCode.UnprocessableEntity)]
    [InlineData(HttpStatusCode.NotFound)]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.Unauthorized)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    public async Task After_a_submission_that_was_refused(HttpStatusCode status)
    {
        using StubServer server = Uploading().Answer(status).Answer(HttpStatusCode.NoContent);
        using FmeFlowClient fme = server.Client();

        FmeException error = await Assert.ThrowsAnyAsync<FmeException>(() => fme.SubmitAsync(Request, Token));

        Assert.Equal(status, error.StatusCode);
        AssertCleanedUp(server, requests: 3);
    }

    [Fact]
    public async Task After_options_that_the_version_lacks()
    {
        using StubServer server = Uploading().Answer(HttpStatusCode.NoContent);
        using FmeFlowClient fme = server.Client();

        await Assert.ThrowsAsync<FmeNotSupportedException>(
            () => fme.SubmitAsync(Request, new FmeRunOptions { MaximumTotalLifetime = TimeSpan.FromHours(1) }, Token));

        AssertCleanedUp(server, requests: 2);
    }

    [Theory]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.BadGateway)]
    [InlineData(HttpStatusCode.GatewayTimeout)]
    public async Task Not_where_a_job_may_have_been_made(HttpStatusCode status)
    {
        using StubServer server = Uploading().Answer(status);
        using FmeFlowClient fme = server.Client();

        await Assert.ThrowsAsync<FmeSubmissionUnknownException>(() => fme.SubmitAsync(Request, Token));

        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task Not_where_something_else_failed_after_the_submission_had_left()
    {
        using StubServer server = Uploading().Answer(HttpStatusCode.Accepted, """{"id":42}""");
        var options = new FmeFlowOptions { ServerUrl = new Uri("https://fme.example.com"), Token = Tokens.Marker, ApiVersion = FmeApiVersion.V3 };
        using var fme = new FmeFlowClient(options, new HttpClient(server), new ThrowingLogger("Submitted"));

        var error = await Assert.ThrowsAsync<FmeSubmissionUnknownException>(() => fme.SubmitAsync(Request, Token));

        Assert.IsType<InvalidOperationException>(error.InnerException);
        Assert.NotNull(error.CorrelationKey);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task A_logger_that_fails_does_not_hide_that_the_outcome_is_unknown()
    {
        using StubServer server = Uploading().Answer(HttpStatusCode.BadGateway);
        var options = new FmeFlowOptions { ServerUrl = new Uri("https://fme.example.com"), Token = Tokens.Marker, ApiVersion = FmeApiVersion.V3 };
        using var fme = new FmeFlowClient(options, new HttpClient(server), new ThrowingLogger("SubmissionUnknown"));

        var error = await Assert.ThrowsAsync<FmeSubmissionUnknownException>(() => fme.SubmitAsync(Request, Token));

        Assert.NotNull(error.CorrelationKey);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task Not_where_the_submission_was_cancelled_on_the_way()
    {
        using var cancellation = new CancellationTokenSource();
        using StubServer server = Uploading().Hang(cancellation.Cancel);
        using FmeFlowClient fme = server.Client();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fme.SubmitAsync(Request, cancellation.Token));

        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task Not_where_the_job_goes_on()
    {
        var time = new FakeTimeProvider { AutoAdvanceAmount = TimeSpan.FromSeconds(2) };
        using StubServer server = Uploading().Answer(HttpStatusCode.Accepted, """{"id":42}""").Status([.. Enumerable.Repeat("PULLED", 20)]);
        using FmeFlowClient fme = server.Client(time);
        FmeJob job = await fme.SubmitAsync(Request, Token);

        await Assert.ThrowsAsync<FmeWaitTimeoutException>(() => job.WaitAsync(new FmeWaitOptions { Timeout = TimeSpan.FromSeconds(1) }, Token));

        Assert.DoesNotContain(server.Lines, line => line.StartsWith("DELETE", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Not_where_they_are_to_be_kept()
    {
        using StubServer server = Uploading().Answer(HttpStatusCode.Accepted, """{"id":42}""").Status("SUCCESS");
        using FmeFlowClient fme = server.Client();

        await fme.RunAsync(Request, new FmeRunOptions { KeepUploads = true }, cancellationToken: Token);

        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task But_what_is_half_uploaded_is_not_kept()
    {
        using StubServer server = new StubServer().Answer(HttpStatusCode.InternalServerError).Answer(HttpStatusCode.NoContent);
        using FmeFlowClient fme = server.Client();

        await Assert.ThrowsAsync<FmeServerUnavailableException>(() => fme.SubmitAsync(Request, new FmeRunOptions { KeepUploads = true }, Token));

        AssertCleanedUp(server, requests: 2);
    }

    [Fact]
    public async Task A_clean_up_that_fails_leaves_the_result_and_a_trace()
    {
        using var activity = new Activity("test").Start();
        using StubServer server = Uploading().Answer(HttpStatusCode.Accepted, """{"id":42}""").Status("SUCCESS").Fail(new HttpRequestException("gone"));
        using FmeFlowClient fme = server.Client();

        FmeJobResult result = await fme.RunAsync(Request, cancellationToken: Token);

        Assert.True(result.Succeeded);
        ActivityEvent told = Assert.Single(activity.Events);
        Assert.Equal("fme.upload.cleanup_failed", told.Name);
        Assert.Contains(told.Tags, tag => tag is { Key: "error.type", Value: nameof(FmeServerUnavailableException) });
    }

    [Fact]
    public async Task A_clean_up_that_hangs_does_not_keep_the_caller_long()
    {
        var time = new FakeTimeProvider();
        using StubServer server =
            Uploading().Answer(HttpStatusCode.Accepted, """{"id":42}""").Status("SUCCESS").Hang(() => time.Advance(TimeSpan.FromSeconds(10)));
        using FmeFlowClient fme = server.Client(time);

        Assert.True((await fme.RunAsync(Request, cancellationToken: Token)).Succeeded);
    }

    private static StubServer Uploading() => new StubServer().Answer(HttpStatusCode.Created, "{}");

    private static void AssertCleanedUp(StubServer server, int requests)
    {
        Assert.Equal(requests, server.Requests.Count);
        string folder = server.Lines.First().Split('?')[0]["POST ".Length..^"/1".Length];
        Assert.Equal($"DELETE {folder}", server.Lines.Last());
    }
}
