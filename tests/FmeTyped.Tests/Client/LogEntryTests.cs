using Microsoft.Extensions.Logging;
using System.Net;
using FmeTyped.Tests.Server;

namespace FmeTyped.Tests.Client;

public sealed class LogEntryTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Lines_of_version_3_are_taken_apart_and_all_are_kept()
    {
        const string Log = """
            2026-01-09 10:11:12|   0.7|  0.1|INFORM|Reading | with bars
            2026-1-9 9:11:12|   0.7|  0.0|WARN  |Careful
            a second line of it
            2026-01-09 10:11:12|   1.5|  0.0|NOVEL |What is this
            not a time|1|2|ERROR|no entry
            2026-01-09 10:11:12|  12.5|  0.0|STATS |=-=-
            2026-01-09 10:11:13|  12.5|  0.0|ERROR |Bad
            2026-01-09 10:11:13|  12.5|  0.0|FATAL |Worse
            """;
        using var server = new StubServer().Answer(HttpStatusCode.OK, Log, "text/plain").Answer(HttpStatusCode.OK, Log, "text/plain");
        using FmeFlowClient fme = server.Client();

        List<FmeLogEntry> entries = await ReadAsync(fme.GetJob(42).ReadLogEntriesAsync(cancellationToken: Token));

        Assert.Equivalent(
            new FmeLogEntry
            {
                Number = 1,
                Time = new DateTimeOffset(2026, 1, 9, 10, 11, 12, TimeSpan.Zero),
                Elapsed = TimeSpan.FromSeconds(0.7),
                Duration = TimeSpan.FromSeconds(0.1),
                Level = LogLevel.Information,
                Severity = "INFORM",
                Message = "Reading | with bars",
            },
            entries[0],
            strict: true);
        Assert.Equivalent(new FmeLogEntry { Number = 3, Message = "a second line of it" }, entries[2], strict: true);
        Assert.Equal(
            [
                LogLevel.Information, LogLevel.Warning, LogLevel.Trace, LogLevel.Trace, LogLevel.Trace, LogLevel.Debug, LogLevel.Error,
                LogLevel.Critical,
            ],
            entries.Select(entry => entry.Level));
        Assert.Equal("NOVEL", entries[3].Severity);
        Assert.Equal(
            ["Careful", "Bad", "Worse"],
            (await ReadAsync(fme.GetJob(42).ReadLogEntriesAsync(LogLevel.Warning, Token))).Select(entry => entry.Message));
    }

    [Fact]
    public async Task Version_4_has_a_parser_of_its_own_whose_pages_are_read_to_the_end()
    {
        string full = string.Join(',', Enumerable.Range(1, 1000).Select(i => $$"""{"number":{{i}},"status":"INFORM","message":"m{{i}}"}"""));
        using var server = new StubServer()
            .Answer($$"""{"totalCount":1002,"items":[{{full}}]}""")
            .Answer(
                """{"totalCount":1003,"items":[{"number":1001,"time":"2026-01-09T10:11:12Z","elapsed":"1.5","duration":"0."""
                    + """25","status":"ERROR","message":"Bad","line":"..."},{"number":1002,"line":"raw"},7]}""");
        using FmeFlowClient fme = server.Client(configure: options => options.ApiVersion = FmeApiVersion.V4);

        List<FmeLogEntry> entries = await ReadAsync(fme.GetJob(42).ReadLogEntriesAsync(cancellationToken: Token));

        Assert.Equal(1002, entries.Count);
        Assert.Equivalent(
            new FmeLogEntry
            {
                Number = 1001,
                Time = new DateTimeOffset(2026, 1, 9, 10, 11, 12, TimeSpan.Zero),
                Elapsed = TimeSpan.FromSeconds(1.5),
                Duration = TimeSpan.FromSeconds(0.25),
                Level = LogLevel.Error,
                Severity = "ERROR",
                Message = "Bad",
            },
            entries[1000],
            strict: true);
        Assert.Equal("raw", entries[1001].Message);
        Assert.Equal(["GET /fmeapiv4/jobs/42/log/parsed?limit=1000&offset=0", "GET /fmeapiv4/jobs/42/log/parsed?limit=1000&offset=1000"], server.Lines);
    }

    [Fact]
    public async Task A_log_page_that_comes_again_is_an_error_and_none_of_its_lines_is_read_twice()
    {
        const string Page = """{"totalCount":4,"items":[{"number":1,"message":"a"},{"number":2,"message":"b"}]}""";
        using var server = new StubServer().Answer(Page).Answer(Page);
        using FmeFlowClient fme = server.Client(configure: options => options.ApiVersion = FmeApiVersion.V4);
        List<string> messages = [];

        var error = await Assert.ThrowsAsync<FmeProtocolException>(async () =>
        {
            await foreach (FmeLogEntry entry in fme.GetJob(42).ReadLogEntriesAsync(cancellationToken: Token))
            {
                messages.Add(entry.Message);
            }
        });

        Assert.Contains("the same page again", error.Message, StringComparison.Ordinal);
        Assert.Equal(["a", "b"], messages);
    }

    [Fact]
    public async Task A_log_that_comes_as_a_whole_where_a_page_was_asked_for_is_read_once()
    {
        string lines = string.Join(',', Enumerable.Range(1, 1001).Select(number => $$"""{"number":{{number}},"message":"a"}"""));
        using var server = new StubServer().Answer($$"""{"items":[{{lines}}]}""");
        using FmeFlowClient fme = server.Client(configure: options => options.ApiVersion = FmeApiVersion.V4);

        Assert.Equal(1001, (await ReadAsync(fme.GetJob(42).ReadLogEntriesAsync(cancellationToken: Token))).Count);
    }

    [Fact]
    public async Task A_log_without_end_is_an_error()
    {
        using var server = new StubServer();
        for (int i = 1; i <= 10_001; i++)
        {
            server.Answer($$"""{"totalCount":1000000000,"items":[{"number":{{i}},"message":"a"}]}""");
        }

        using FmeFlowClient fme = server.Client(configure: options => options.ApiVersion = FmeApiVersion.V4);

        var error = await Assert.ThrowsAsync<FmeProtocolException>(() => ReadAsync(fme.GetJob(42).ReadLogEntriesAsync(cancellationToken: Token)));
        Assert.Contains("read the log of job 42: after 10000 pages", error.Message, StringComparison.Ordinal);
    }

    private static async Task<List<FmeLogEntry>> ReadAsync(IAsyncEnumerable<FmeLogEntry> source)
    {
        List<FmeLogEntry> entries = [];
        await foreach (FmeLogEntry entry in source)
        {
            entries.Add(entry);
        }

        return entries;
    }
}
