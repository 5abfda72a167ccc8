using System.Net;
using FmeTyped.Tests.Sample;
using FmeTyped.Tests.Server;

namespace FmeTyped.Tests.Client;

/// <summary>Answers that do not come, or break off.</summary>
public sealed class LostAnswerTests
{
    private readonly FakeTime _time = new();

    [Fact]
    public async Task No_answer_in_time_leaves_a_submission_unknown()
    {
        var reached = new TaskCompletionSource();
        using var server = new StubServer().Hang(reached.SetResult);
        using FmeFlowClient fme = server.Client(_time);

        Task<FmeJob> submit = fme.SubmitAsync(new AustinDownload(), TestContext.Current.CancellationToken);
        await reached.Task;
        _time.Advance(TimeSpan.FromSeconds(100));

        var error = await Assert.ThrowsAsync<FmeSubmissionUnknownException>(() => submit);
        Assert.Contains("there was no response within 00:01:40.", error.Message, StringComparison.Ordinal);
        Assert.Null(error.StatusCode);
    }

    [Fact]
    public async Task No_answer_in_time_makes_a_server_unavailable_for_reading()
    {
        var reached = new TaskCompletionSource();
        using var server = new StubServer().Hang(reached.SetResult);
        using FmeFlowClient fme = server.Client(_time);

        Task<FmeJobRecord> read = fme.GetJob(42).GetRecordAsync(TestContext.Current.CancellationToken);
        await reached.Task;
        _time.Advance(TimeSpan.FromSeconds(100));

        Assert.Equal(42, (await Assert.ThrowsAsync<FmeServerUnavailableException>(() => read)).JobId);
    }

    [Fact]
    public async Task The_http_clients_own_timeout_is_named()
    {
        using var server = new StubServer().Fail(new TaskCanceledException("The request was canceled", new TimeoutException()));
        using FmeFlowClient fme = server.Client();

        var error = await Assert.ThrowsAsync<FmeSubmissionUnknownException>(() => fme.SubmitAsync(new AustinDownload(), TestContext.Current.CancellationToken));

        Assert.Contains("Set HttpClient.Timeout to Timeout.InfiniteTimeSpan", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelling_a_submission_under_way_is_a_cancellation_by_the_callers_token()
    {
        using var cancellation = new CancellationTokenSource();
        using var server = new StubServer().Hang(cancellation.Cancel);
        using FmeFlowClient fme = server.Client();

        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fme.SubmitAsync(new AustinDownload(), cancellation.Token));

        Assert.Equal(("The call was cancelled.", cancellation.Token), (error.Message, error.CancellationToken));
        Assert.NotNull(Assert.IsType<FmeSubmissionUnknownException>(error.InnerException).CorrelationKey);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_call_that_is_cancelled_while_a_refusal_comes_is_cancelled(bool opensStream)
    {
        using var cancellation = new CancellationTokenSource();
        var stream = new StallingStream([]);
        using var server = new StubServer().Do((_, _) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.InternalServerError) { Content = new StreamContent(stream) }));
        using FmeFlowClient fme = server.Client();

        Task call = opensStream ? fme.GetJob(42).GetLogAsync(cancellation.Token) : fme.GetJob(42).GetRecordAsync(cancellation.Token);
        await stream.Stalled;
        await cancellation.CancelAsync();

        var error = await Assert.ThrowsAsync<FmeOperationCanceledException>(() => call);
        Assert.Equal((42L, cancellation.Token), (error.JobId, error.CancellationToken));
        Assert.True(stream.IsDisposed);
    }

    [Theory]
    [InlineData(HttpStatusCode.Accepted, typeof(FmeSubmissionUnknownException))]
    [InlineData(HttpStatusCode.Unauthorized, typeof(FmeUnauthorizedException))]
    public async Task A_body_that_breaks_off_loses_the_answer_but_not_a_refusal(HttpStatusCode status, Type expected)
    {
        using var server =
            new StubServer().Do((_, _) => Task.FromResult(new HttpResponseMessage(status) { Content = new StreamContent(new BreakingStream()) }));
        using FmeFlowClient fme = server.Client();

        Exception? error = await Record.ExceptionAsync(() => fme.SubmitAsync(new AustinDownload(), TestContext.Current.CancellationToken));

        Assert.IsType(expected, error);
    }

    [Fact]
    public async Task A_log_may_take_long_but_not_stall()
    {
        var stream = new StallingStream("first\nsecond\n"u8.ToArray());
        using var server = new StubServer().Do((_, _) => Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(stream) }));
        using FmeFlowClient fme = server.Client(_time);
        await using IAsyncEnumerator<string> lines =
            fme.GetJob(42).ReadLogLinesAsync(TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);

        Assert.True(await lines.MoveNextAsync());
        _time.Advance(TimeSpan.FromSeconds(99));
        Assert.True(await lines.MoveNextAsync());
        _time.Advance(TimeSpan.FromSeconds(99));
        Task<bool> third = lines.MoveNextAsync().AsTask();
        await stream.Stalled;
        Assert.False(third.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(100));

        await Assert.ThrowsAsync<FmeServerUnavailableException>(() => third);
        Assert.True(stream.IsDisposed);
    }

    [Fact]
    public async Task A_log_that_is_left_early_lets_go_of_its_connection()
    {
        var stream = new StallingStream("first\nsecond\n"u8.ToArray());
        using var server = new StubServer().Do((_, _) => Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(stream) }));
        using FmeFlowClient fme = server.Client();

        await foreach (string line in fme.GetJob(42).ReadLogLinesAsync(TestContext.Current.CancellationToken))
        {
            Assert.Equal("first", line);
            break;
        }

        Assert.True(stream.IsDisposed);
    }

    private sealed class BreakingStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new IOException("The response ended prematurely.");
    }

    private sealed class StallingStream(byte[] bytes) : MemoryStream(bytes)
    {
        private readonly TaskCompletionSource _stalled = new();

        public Task Stalled => _stalled.Task;

        public bool IsDisposed { get; private set; }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (Position == Length)
            {
                _stalled.TrySetResult();
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }

            return await base.ReadAsync(buffer, cancellationToken);
        }

        protected override void Dispose(bool disposing)
        {
            IsDisposed = true;
            base.Dispose(disposing);
        }
    }
}
