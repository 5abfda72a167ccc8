using System.Buffers;
using System.Text;

namespace FmeTyped.Tests.Http;

public sealed class SubmissionContentTests
{
    [Fact]
    public async Task It_is_written_once_and_then_refuses()
    {
        using SubmissionContent content = Content("{}");
        using var first = new MemoryStream();
        using var second = new MemoryStream();

        Assert.False(content.WasStarted);
        await content.CopyToAsync(first, TestContext.Current.CancellationToken);
        Assert.True(content.WasStarted);
        Assert.False(content.WasRefused);
        var refused = await Assert.ThrowsAsync<SubmissionSentTwiceException>(() => content.CopyToAsync(second, TestContext.Current.CancellationToken));

        Assert.Equal("A submission is sent at most once, and something in the HttpClient's handlers tried to send it again.", refused.Message);
        Assert.True(content.WasRefused);
        Assert.Equal("{}", Encoding.UTF8.GetString(first.ToArray()));
        Assert.Equal(0, second.Length);
        Assert.Equal(2, content.Headers.ContentLength);
    }

    [Fact]
    public async Task A_body_longer_than_the_first_buffer_is_kept_whole()
    {
        string body = string.Concat(Enumerable.Range(0, 20_000));
        using SubmissionContent content = Content(body);

        Assert.Equal(body, await content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_write_under_way_keeps_its_bytes_when_the_content_is_disposed()
    {
        SubmissionContent content = Content("secret");
        using var stream = new WaitingStream();

        Task write = content.CopyToAsync(stream, TestContext.Current.CancellationToken);
        content.Dispose();
        stream.GoOn();
        await write;

        Assert.Equal("secret", Encoding.UTF8.GetString(stream.ToArray()));
    }

    private static BufferedSubmission Content(string text)
    {
        var body = new PooledBufferWriter();
        foreach (byte[] part in Encoding.UTF8.GetBytes(text).Chunk(100))
        {
            body.Write(part);
        }

        var submission = new Submission(new Sample.AustinDownload(), "Samples", "austinDownload.fmw", new FmeRunOptions()) { CorrelationKey = "key" };
        return new BufferedSubmission(body, "application/json") { Submission = submission };
    }

    private sealed class WaitingStream : MemoryStream
    {
        private readonly TaskCompletionSource _goOn = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void GoOn() => _goOn.SetResult();

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await _goOn.Task;
            await base.WriteAsync(buffer, cancellationToken);
        }
    }
}
