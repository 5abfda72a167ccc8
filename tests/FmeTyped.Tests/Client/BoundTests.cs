using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using FmeTyped.Tests.Server;

namespace FmeTyped.Tests.Client;

/// <summary>The bounds of docs/reference/bounds.md that no other test is about.</summary>
public sealed class BoundTests
{
    private readonly FakeTime _time = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1_000_000_000)]
    [InlineData(int.MaxValue)]
    public async Task A_pause_that_a_server_asks_for_is_a_day_at_most(int seconds)
    {
        var pause = new RetryConditionHeaderValue(TimeSpan.FromSeconds(seconds));
        using var server = new StubServer()
            .Answer(HttpStatusCode.ServiceUnavailable, change: answer => answer.Headers.RetryAfter = pause)
            .Status("SUCCESS");
        using FmeFlowClient fme = server.Client(_time);

        Task<FmeJobResult> wait = fme.GetJob(42).WaitAsync(new FmeWaitOptions { Timeout = Timeout.InfiniteTimeSpan }, Token);

        Assert.Equal(TimeSpan.FromDays(1), await _time.PassPauseAsync());
        Assert.True((await wait).Succeeded);
    }

    [Fact]
    public async Task An_error_page_is_read_up_to_64_KiB_and_shown_up_to_500_characters()
    {
        using var page = new RepeatingStream("An error. "u8.ToArray(), 1_000_000);
        using var server = new StubServer().Answer(HttpStatusCode.InternalServerError, change: answer =>
            answer.Content = new StreamContent(page) { Headers = { ContentType = new("text/plain") } });
        using FmeFlowClient fme = server.Client();

        var error = await Assert.ThrowsAsync<FmeServerUnavailableException>(() => fme.GetJob(42).GetRecordAsync(Token));

        Assert.Equal(500 + "...".Length, error.ServerMessage!.Length);
        Assert.Equal(64 * 1024, page.Position);
    }

    [Theory]
    [InlineData(63, true)]
    [InlineData(64, false)]
    [InlineData(1_000_000, false)]
    public async Task Json_nests_64_levels_deep_and_no_deeper(int arrays, bool isRead)
    {
        using var server = new StubServer().Answer(
            $$"""{"id":42,"status":"SUCCESS","more":{{new string('[', arrays)}}{{new string(']', arrays)}}}""");
        using FmeFlowClient fme = server.Client();

        Exception? error = await Record.ExceptionAsync(() => fme.GetJob(42).GetRecordAsync(Token));

        Assert.Equal(isRead ? null : typeof(FmeProtocolException), error?.GetType());
    }

    [Fact]
    public async Task A_list_of_jobs_ends_after_a_million()
    {
        int pages = 0;
        using var server = new JobServer
        {
            Time = _time,
            List = offset => string.Create(
                CultureInfo.InvariantCulture, $$"""{"totalCount":1000000000,"items":[{"id":{{++pages * 2}},"status":"queued"},{"id":{{(pages * 2) + 1}}}]}"""),
        };
        using FmeFlowClient fme = server.Client(FmeApiVersion.V4, _time);

        var error = await Assert.ThrowsAsync<FmeProtocolException>(async () =>
        {
            await foreach (FmeJobRecord record in fme.ListJobsAsync(cancellationToken: Token))
            {
                Assert.True(record.Id > 0);
            }
        });

        Assert.Contains("and there are still more", error.Message, StringComparison.Ordinal);
        Assert.Equal(10_000, pages);
    }
}
