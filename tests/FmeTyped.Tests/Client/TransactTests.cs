using System.Net;
using FmeTyped.Tests.Sample;
using FmeTyped.Tests.Server;
using Microsoft.Extensions.Time.Testing;

namespace FmeTyped.Tests.Client;

public sealed class TransactTests
{
    private static readonly AustinDownload Order = new() { Maxy = 42 };

    [CorpusFact]
    public async Task The_recorded_answer_gives_the_result()
    {
        using var replay = new Replay();
        replay.On(
            "POST", "/fmerest/v3/transformations/transact/Samples/austinDownload.fmw", 200, Corpus.Read("rest", "v3", "transact-response-austindownload.json"));
        using FmeFlowClient fme = replay.Client();

        FmeJobResult result = await fme.TransactAsync(Order, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equivalent(
            new FmeJobResult
            {
                Id = 4316,
                Status = new FmeJobStatus("SUCCESS"),
                StatusMessage = "Translation Successful",
                FeatureCount = 4812,
                TimeQueued = new DateTimeOffset(2022, 6, 6, 17, 55, 59, TimeSpan.Zero),
                TimeStarted = new DateTimeOffset(2022, 6, 6, 17, 55, 59, TimeSpan.Zero),
                TimeFinished = new DateTimeOffset(2022, 6, 6, 17, 56, 2, TimeSpan.Zero),
            },
            result,
            strict: true);
    }

    [Theory]
    [InlineData(HttpStatusCode.OK)]
    [InlineData(HttpStatusCode.UnprocessableEntity)]
    public async Task A_failed_job_is_told_as_such_under_either_status(HttpStatusCode status)
    {
        const string Failed = """{"id":9,"status":"FME_FAILURE","statusMessage":"Terminator: Termination Message"}""";
        using var server = new StubServer().Answer(status, Failed).Answer(status, Failed);
        using FmeFlowClient fme = server.Client();

        var error = await Assert.ThrowsAsync<FmeJobFailedException>(() => fme.TransactAsync(Order, cancellationToken: TestContext.Current.CancellationToken));
        FmeJobResult result =
            await fme.TransactAsync(Order, new FmeRunOptions { Wait = new FmeWaitOptions { ThrowOnFailure = false } }, TestContext.Current.CancellationToken);

        Assert.Equivalent(result, error.Result, strict: true);
        Assert.Equal(9, error.JobId);
        Assert.Equal("Job 9 ended as FME_FAILURE: Terminator: Termination Message. See its log.", error.Message);
        Assert.False(result.Succeeded);
    }

    [Fact]
    public async Task A_422_without_a_job_is_a_refusal_of_the_parameters()
    {
        using var server = new StubServer().Answer(HttpStatusCode.UnprocessableEntity, """{"message":"Parameter THEMES is not valid"}""");
        using FmeFlowClient fme = server.Client();

        var error =
            await Assert.ThrowsAsync<FmeParametersRefusedException>(() => fme.TransactAsync(Order, cancellationToken: TestContext.Current.CancellationToken));

        Assert.Equal("Parameter THEMES is not valid", error.ServerMessage);
    }

    [Fact]
    public async Task A_result_that_is_not_final_is_no_result()
    {
        using var server = new StubServer().Answer("""{"id":9,"status":"QUEUED"}""");
        using FmeFlowClient fme = server.Client();

        await Assert.ThrowsAsync<FmeSubmissionUnknownException>(() => fme.TransactAsync(Order, cancellationToken: TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_wait_timeout_limits_it_and_the_request_timeout_does_not()
    {
        var time = new FakeTimeProvider();
        var reached = new TaskCompletionSource();
        using var server = new StubServer().Hang(reached.SetResult);
        using FmeFlowClient fme = server.Client(time, options => options.RequestTimeout = TimeSpan.FromSeconds(1));

        Task<FmeJobResult> transact = fme.TransactAsync(
            Order, new FmeRunOptions { Wait = new FmeWaitOptions { Timeout = TimeSpan.FromMinutes(5) } }, TestContext.Current.CancellationToken);
        await reached.Task;
        time.Advance(TimeSpan.FromMinutes(4));
        Assert.False(transact.IsCompleted);
        time.Advance(TimeSpan.FromMinutes(1));

        var error = await Assert.ThrowsAsync<FmeSubmissionUnknownException>(() => transact);
        Assert.Contains("there was no response within 00:05:00", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_it_cannot_do_is_refused()
    {
        using var server = new StubServer();
        using FmeFlowClient fme = server.Client();

        await Assert.ThrowsAsync<ArgumentException>(() => fme.TransactAsync(
            Order, new FmeRunOptions { Wait = new FmeWaitOptions { CancelJobOnCancellation = true } }, TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<ArgumentException>(() => fme.TransactAsync(
            Order, new FmeRunOptions { Wait = new FmeWaitOptions { Progress = new Progress<FmeJobRecord>() } }, TestContext.Current.CancellationToken));
        Assert.Empty(server.Requests);
    }
}
