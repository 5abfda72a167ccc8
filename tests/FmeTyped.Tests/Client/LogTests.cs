using System.Net;
using FmeTyped.Tests.Server;

namespace FmeTyped.Tests.Client;

public sealed class LogTests
{
    private const string Article = """
        184	2022-6-7 12:17:40	Translation was SUCCESSFUL
        185	2022-6-7 12:17:40	Features Written Summary
        186	2022-6-7 12:17:40	=====
        187	2022-6-7 12:17:40	airports 929
        188	2022-6-7 12:17:40	cenart 3883
        189	2022-6-7 12:17:40	=====
        190	2022-6-7 12:17:40	Closing reader 17
        """;

    private const string Engine = """
        2026-01-09 10:11:12|   0.7|  0.0|STATS |=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=
        2026-01-09 10:11:12|   0.7|  0.0|STATS |                  Features Read Summary
        2026-01-09 10:11:12|   0.7|  0.0|STATS |=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=
        2026-01-09 10:11:12|   0.7|  0.0|STATS |airports                              1000
        2026-01-09 10:11:12|   0.7|  0.0|STATS |=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=
        2026-01-09 10:11:12|   0.8|  0.0|STATS |=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=
        2026-01-09 10:11:12|   0.8|  0.0|STATS |                Features Written Summary
        2026-01-09 10:11:12|   0.8|  0.0|STATS |=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=
        2026-01-09 10:11:12|   0.8|  0.0|STATS |airports                               929
        2026-01-09 10:11:12|   0.8|  0.0|STATS |city centre | art                     3883
        2026-01-09 10:11:12|   0.8|  0.0|STATS |==========================================
        2026-01-09 10:11:12|   0.8|  0.0|STATS |Total Features Written                4812
        2026-01-09 10:11:12|   0.8|  0.0|STATS |=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=
        2026-01-09 10:11:12|   0.8|  0.0|INFORM|Elapsed 3
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_text_is_read_whole()
    {
        using var server = new StubServer().Answer(HttpStatusCode.OK, "first\r\nsecond\n\nlast", "text/plain");
        using FmeFlowClient fme = server.Client();

        Assert.Equal("first\nsecond\n\nlast\n", await fme.GetJob(42).GetLogAsync(TestContext.Current.CancellationToken));
        Assert.Equal(["GET /fmerest/v3/transformations/jobs/id/42/log"], server.Lines);
    }

    [Fact]
    public async Task A_line_that_does_not_fit_into_memory_is_an_error_whatever_has_come_before()
    {
        var line = new byte[17 * 1024 * 1024];
        line.AsSpan().Fill((byte)'x');
        using var server = new StubServer().Answer(HttpStatusCode.OK, "", change: answer => answer.Content = new ByteArrayContent([.. "first\n"u8, .. line]));
        using FmeFlowClient fme = server.Client();
        await using IAsyncEnumerator<string> lines = fme.GetJob(42).ReadLogLinesAsync(Token).GetAsyncEnumerator(Token);

        Assert.True(await lines.MoveNextAsync());
        Assert.Equal("first", lines.Current);
        var error = await Assert.ThrowsAsync<FmeProtocolException>(() => lines.MoveNextAsync().AsTask());
        Assert.Equal("Could not read the log of job 42: a line of it has more than 16 MiB. Read it in the server's web interface.", error.Message);
    }

    [Fact]
    public async Task A_log_that_is_too_long_for_one_text_can_be_read_line_by_line()
    {
        const int Lines = 1_000;
        byte[] line = [.. Enumerable.Repeat((byte)'x', 100_000), (byte)'\n'];
        using var server = new StubServer();
        for (int i = 0; i < 2; i++)
        {
            server.Answer(HttpStatusCode.OK, "", change: answer => answer.Content = new StreamContent(new RepeatingStream(line, Lines)));
        }

        using FmeFlowClient fme = server.Client();

        FmeException error = await Assert.ThrowsAsync<FmeException>(() => fme.GetJob(42).GetLogAsync(Token));
        Assert.Equal(
            "Could not read the log of job 42 as one text: it has more than 100000000 characters. Use ReadLogLinesAsync instead.", error.Message);
        int count = 0;
        await foreach (string text in fme.GetJob(42).ReadLogLinesAsync(Token))
        {
            count++;
        }

        Assert.Equal(Lines, count);
    }

    [Fact]
    public async Task The_summary_is_read_as_the_article_shows_it() =>
        AssertSummary([new("airports", 929), new("cenart", 3883)], 4812, await SummaryAsync(Article));

    [Fact]
    public async Task The_summary_is_read_as_an_engine_writes_it() =>
        AssertSummary([new("airports", 929), new("city centre | art", 3883)], 4812, await SummaryAsync(Engine));

    [Fact]
    public async Task Of_several_summaries_the_last_one_counts() =>
        AssertSummary([new("roads", 1)], 1, await SummaryAsync(Article + "\nFeatures Written Summary\n-----\nroads 1\n-----\n"));

    [Fact]
    public async Task What_several_writers_wrote_of_one_feature_type_is_added_up() =>
        AssertSummary([new("roads", 3), new("rails", 4)], 7, await SummaryAsync("Features Written Summary\n-----\nroads 1\nrails 4\nroads 2\n-----\n"));

    [Fact]
    public async Task A_summary_of_nothing_is_empty() =>
        AssertSummary([], 0, await SummaryAsync("Features Written Summary\n=-=-=\n=-=-=\nTotal Features Written 0\n=-=-=\n"));

    [Fact]
    public async Task A_log_without_summary_has_none() => Assert.Null(await SummaryAsync("ERROR |Terminator: Termination Message\nairports 929\n"));

    [Fact]
    public async Task A_log_that_is_not_there_is_told()
    {
        using var server = new StubServer().Answer(HttpStatusCode.NotFound, """{"message":"Job 42 has no log."}""");
        using FmeFlowClient fme = server.Client();

        var error = await Assert.ThrowsAsync<FmeNotFoundException>(() => fme.GetJob(42).GetLogAsync(TestContext.Current.CancellationToken));

        Assert.Equal("read the log of job 42", error.Operation);
        Assert.Equal("Job 42 has no log.", error.ServerMessage);
    }

    private static void AssertSummary(KeyValuePair<string, long>[] counts, long total, FeatureSummary? summary)
    {
        Assert.NotNull(summary);
        Assert.Equal(counts, summary.Counts);
        Assert.Equal(total, summary.Total);
    }

    private static async Task<FeatureSummary?> SummaryAsync(string log)
    {
        using var server = new StubServer().Answer(HttpStatusCode.OK, log, "text/plain").Answer(HttpStatusCode.OK, log, "text/plain");
        using FmeFlowClient fme = server.Client();
        FeatureSummary? summary = await FeatureSummaryReader.ReadAsync(fme.GetJob(42).ReadLogLinesAsync(TestContext.Current.CancellationToken), name => name);
        Assert.Equal(summary?.Counts, await fme.GetJob(42).GetFeatureCountsAsync(TestContext.Current.CancellationToken));
        return summary;
    }
}
