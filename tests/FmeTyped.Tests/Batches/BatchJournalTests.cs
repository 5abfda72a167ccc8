using System.Text;
using FmeTyped.Metadata;
using FmeTyped.Tests.Requests;
using FmeTyped.Tests.Sample;
using FmeTyped.Tests.Server;

namespace FmeTyped.Tests.Batches;

public sealed class BatchJournalTests : IDisposable
{
    private const string Head = """{"fmetypedJournal":2,"server":"https://fme.example.com/","sum":"39191B0222C24C8A"}""";

    private readonly EagerTime _time = new();
    private readonly string _path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => File.Delete(_path);

    [Fact]
    public async Task What_is_done_is_skipped_and_its_result_is_told()
    {
        using var server = new JobServer { Time = _time };
        using FmeFlowClient fme = server.Client(FmeApiVersion.V4, _time);

        FmeBatchItem<AustinDownload>[] first = await RunAsync(fme, [1, -13, double.NaN]);
        FmeBatchItem<AustinDownload>[] second = await RunAsync(fme, [1, -13, 5]);

        Assert.Equal([FmeBatchOutcome.Succeeded, FmeBatchOutcome.Failed, FmeBatchOutcome.NotSubmitted], first.Select(item => item.Outcome));
        Assert.Equal([FmeBatchOutcome.Skipped, FmeBatchOutcome.Skipped, FmeBatchOutcome.Succeeded], second.Select(item => item.Outcome));
        Assert.Equivalent(first[0].Result, second[0].Result, strict: true);
        Assert.Equivalent(first[1].Result, second[1].Result, strict: true);
        Assert.Equal(first[0].Job!.ToHandle(), second[0].Job!.ToHandle());
        Assert.Equal(3, server.Jobs.Count);
        string text = await File.ReadAllTextAsync(_path, Token);
        Assert.StartsWith(Head + "\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain(Tokens.Marker, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_submitted_is_waited_for_and_not_submitted_again()
    {
        using var server = new JobServer { Time = _time };
        using FmeFlowClient fme = server.Client(FmeApiVersion.V4, _time);
        using (FmeBatchJournal journal = FmeBatchJournal.Open(_path))
        {
            await foreach (FmeBatchItem<AustinDownload> item in fme.SubmitAllAsync(Orders([1, 2]), new() { Journal = journal }, Token))
            {
                Assert.Equal(FmeBatchOutcome.Submitted, item.Outcome);
            }

            await foreach (FmeBatchItem<AustinDownload> item in fme.SubmitAllAsync(Orders([1, 2]), new() { Journal = journal }, Token))
            {
                Assert.Equal(FmeBatchOutcome.Skipped, item.Outcome);
                Assert.NotNull(item.Job);
            }
        }

        Assert.All(await RunAsync(fme, [1, 2]), item => Assert.Equal(FmeBatchOutcome.Succeeded, item.Outcome));
        Assert.Equal(2, server.Jobs.Count);
    }

    [Fact]
    public async Task A_last_line_that_was_cut_short_is_dropped()
    {
        using var server = new JobServer { Time = _time };
        using FmeFlowClient fme = server.Client(FmeApiVersion.V4, _time);
        await RunAsync(fme, [1]);
        await File.AppendAllTextAsync(_path, """{"is":"intent","key":"1","corr""", Token);

        Assert.Equal([FmeBatchOutcome.Skipped, FmeBatchOutcome.Succeeded], (await RunAsync(fme, [1, 2])).Select(item => item.Outcome));
        using FmeBatchJournal journal = FmeBatchJournal.Open(_path);
        Assert.Equal(2, journal.Count);
    }

    [Theory]
    [InlineData("hello\n")]
    [InlineData("[]\n")]
    [InlineData("{\"fmetypedJournal\":3,\"server\":\"https://a\"}\n")]
    [InlineData(Head + "\nhello\n")]
    [InlineData(Head + "\n\n")]
    [InlineData(Head + "\n{\"is\":\"new\",\"key\":\"1\"}\n")]
    public async Task What_is_no_journal_is_refused(string text)
    {
        await File.WriteAllTextAsync(_path, text, Token);

        Assert.Throws<InvalidDataException>(() => FmeBatchJournal.Open(_path));
        Assert.Equal(text, await File.ReadAllTextAsync(_path, Token));
    }

    [Theory]
    [InlineData(false, "submitted")]
    [InlineData(true, "intent")]
    public async Task The_job_of_an_earlier_process_shows_no_secret_of_its_request(bool isCancelled, string state)
    {
        var key = new FmeParameterDescriptor("KEY", FmeParameterKind.Secret);
        TestRequest[] requests = [new(writer => writer.WriteSecret(key, new FmeSecret("hunter")), key)];
        using var cancellation = new CancellationTokenSource();
        using var server = new JobServer { Time = _time, After = CancelAsync };
        using (FmeFlowClient earlier = server.Client(FmeApiVersion.V4, _time))
        using (FmeBatchJournal journal = FmeBatchJournal.Open(_path))
        {
            await Record.ExceptionAsync(() => earlier.SubmitAllAsync(requests, new() { Journal = journal }, cancellation.Token).ListOfAsync());
        }

        Assert.Contains($"\"is\":\"{state}\"", (await File.ReadAllLinesAsync(_path, Token))[^1], StringComparison.Ordinal);
        server.After = _ => Task.CompletedTask;
        server.Garble = (_, body) => Encoding.UTF8.GetBytes(
            Encoding.UTF8.GetString(body).Replace("\"id\":", "\"statusMessage\":\"KEY was hunter.\",\"id\":", StringComparison.Ordinal));
        using FmeFlowClient fme = server.Client(FmeApiVersion.V4, _time);
        using (FmeBatchJournal journal = FmeBatchJournal.Open(_path))
        {
            var options = new FmeBatchOptions<TestRequest> { Journal = journal, Wait = new FmeWaitOptions { Timeout = Timeout.InfiniteTimeSpan } };
            Assert.Equal("KEY was ***.", (await fme.RunAllAsync(requests, options, Token).SingleOfAsync()).Result?.StatusMessage);
        }

        Assert.Single(server.Jobs);

        async Task CancelAsync(HttpRequestMessage request)
        {
            if (isCancelled)
            {
                await cancellation.CancelAsync();
                cancellation.Token.ThrowIfCancellationRequested();
            }
        }
    }

    [Fact]
    public void A_journal_is_open_once_at_a_time()
    {
        using FmeBatchJournal journal = FmeBatchJournal.Open(_path);

        Assert.Throws<IOException>(() => FmeBatchJournal.Open(_path));
    }

    [Fact]
    public async Task A_journal_belongs_to_one_server_and_to_one_batch_at_a_time()
    {
        using var server = new JobServer { Time = _time };
        using FmeFlowClient fme = server.Client(FmeApiVersion.V4, _time);
        using FmeFlowClient other = server.Client(FmeApiVersion.V4, _time, options => options.ServerUrl = new Uri("https://other.example.com"));
        using FmeBatchJournal journal = FmeBatchJournal.Open(_path);
        var options = new FmeBatchOptions<AustinDownload> { Journal = journal };
        await using (IAsyncEnumerator<FmeBatchItem<AustinDownload>> running = fme.SubmitAllAsync(Orders([1]), options, Token).GetAsyncEnumerator(Token))
        {
            await running.MoveNextAsync();
            await AssertRefusedAsync(fme, "in use");
        }

        await AssertRefusedAsync(other, "https://fme.example.com");

        async Task AssertRefusedAsync(FmeFlowClient client, string reason) => Assert.Contains(
            reason,
            (await Assert.ThrowsAsync<InvalidOperationException>(
                async () => await client.SubmitAllAsync(Orders([1]), options, Token).GetAsyncEnumerator(Token).MoveNextAsync())).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_items_with_one_key_are_told()
    {
        using var server = new JobServer { Time = _time };
        using FmeFlowClient fme = server.Client(FmeApiVersion.V4, _time);
        using FmeBatchJournal journal = FmeBatchJournal.Open(_path);

        List<FmeBatchOutcome> outcomes = [];
        await foreach (FmeBatchItem<AustinDownload> item in fme.SubmitAllAsync(Orders([1, 2]), new() { Journal = journal, Key = _ => "same" }, Token))
        {
            outcomes.Add(item.Outcome);
        }

        Assert.Equal([FmeBatchOutcome.Submitted, FmeBatchOutcome.NotSubmitted], outcomes.Order());
        Assert.Single(server.Jobs);
    }

    [Fact]
    public async Task An_intent_is_on_the_disk_before_the_submission_leaves()
    {
        using var disk = new MemoryStream();
        using var server = new JobServer { Time = _time };
        List<string> seen = [];
        server.Before = request =>
        {
            if (request.Method == HttpMethod.Post)
            {
                seen.Add(Encoding.UTF8.GetString(disk.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1]);
            }

            return Task.CompletedTask;
        };
        using FmeFlowClient fme = server.Client(FmeApiVersion.V4, _time);
        using var journal = new FmeBatchJournal(disk);

        await foreach (FmeBatchItem<AustinDownload> item in fme.SubmitAllAsync(Orders([1]), new() { Journal = journal }, Token))
        {
            Assert.Contains($"\"correlationKey\":\"{item.Job!.CorrelationKey}\"", Assert.Single(seen), StringComparison.Ordinal);
        }
    }

    private static IEnumerable<AustinDownload> Orders(double[] values) => values.Select(value => new AustinDownload { Maxy = value });

    private async Task<FmeBatchItem<AustinDownload>[]> RunAsync(FmeFlowClient fme, double[] values)
    {
        using FmeBatchJournal journal = FmeBatchJournal.Open(_path);
        List<FmeBatchItem<AustinDownload>> items = [];
        var options = new FmeBatchOptions<AustinDownload> { Journal = journal, Wait = new FmeWaitOptions { Timeout = Timeout.InfiniteTimeSpan } };
        await foreach (FmeBatchItem<AustinDownload> item in fme.RunAllAsync(Orders(values), options, Token))
        {
            items.Add(item);
        }

        return [.. items.OrderBy(item => item.Index)];
    }
}
