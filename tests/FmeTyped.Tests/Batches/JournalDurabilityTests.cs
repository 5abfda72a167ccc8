using FmeTyped.Tests.Sample;
using FmeTyped.Tests.Server;
using Microsoft.Extensions.Logging;

namespace FmeTyped.Tests.Batches;

/// <summary>What is written is on the disk, whole and in lines of its own, whatever happens meanwhile.</summary>
public sealed class JournalDurabilityTests : IDisposable
{
    private readonly EagerTime _time = new();
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_line_is_flushed_to_the_disk_before_anything_follows_from_it()
    {
        using var file = new FlushedFile(_folder.PathOf("orders.journal"));
        using var server = new JobServer { Time = _time };
        List<long> sent = [];
        server.Before = request =>
        {
            if (request.Method == HttpMethod.Post)
            {
                sent.Add(file.LinesOnDisk);
            }

            return Task.CompletedTask;
        };
        using FmeFlowClient fme = server.Client(FmeApiVersion.V4, _time);
        using var journal = new FmeBatchJournal(file);
        var options = new FmeBatchOptions<AustinDownload>
        {
            Journal = journal,
            MaximumJobsInFlight = 1,
            Wait = new FmeWaitOptions { Timeout = Timeout.InfiniteTimeSpan },
        };
        List<long> ended = [];
        await foreach (FmeBatchItem<AustinDownload> item in fme.RunAllAsync([new(), new AustinDownload()], options, Token))
        {
            Assert.Equal(FmeBatchOutcome.Succeeded, item.Outcome);
            ended.Add(file.LinesOnDisk);
        }

        // A first line; and of each item its intent before it is sent, its job's id, and its outcome before it is told.
        Assert.Equal([2, 5], sent);
        Assert.Equal([4, 7], ended);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task After_a_line_that_could_not_be_written_comes_none_until_the_journal_is_opened_again(bool isFlush)
    {
        using var disk = new FailingDisk();
        var journal = new FmeBatchJournal(disk);
        await SampleJournal.BeginAsync(journal, Token);
        await journal.WriteAsync(SampleJournal.Intent("before"), Token);
        long length = disk.Length;

        disk.IsFull = true;
        disk.FailsOnFlush = isFlush;
        Assert.Contains(
            "disk is full",
            (await Assert.ThrowsAsync<IOException>(() => journal.WriteAsync(SampleJournal.Intent("lost"), Token))).Message,
            StringComparison.Ordinal);
        disk.IsFull = false;
        long broken = disk.Length;
        Assert.Contains(
            "Open the journal again",
            (await Assert.ThrowsAsync<IOException>(() => journal.WriteAsync(SampleJournal.Intent("after"), Token))).Message,
            StringComparison.Ordinal);

        Assert.True(broken > length);
        Assert.Equal(broken, disk.Length);
        Assert.Null(journal.Find("lost"));
        Assert.Null(journal.Find("after"));
        disk.Position = 0;
        var again = new FmeBatchJournal(disk);
        await again.WriteAsync(SampleJournal.Intent("after"), Token);
        disk.Position = 0;
        Assert.Equal(isFlush ? 3 : 2, new FmeBatchJournal(disk).Count);
    }

    [Fact]
    public async Task A_token_that_is_cancelled_while_a_line_is_written_does_not_cut_it_short()
    {
        using var cancellation = new CancellationTokenSource();
        using var disk = new SlowDisk();
        var journal = new FmeBatchJournal(disk);
        await SampleJournal.BeginAsync(journal, Token);

        disk.Halfway = cancellation.Cancel;
        await journal.WriteAsync(SampleJournal.Intent("1"), cancellation.Token);
        await journal.WriteAsync(SampleJournal.Intent("2"), Token);

        disk.Position = 0;
        Assert.Equal(2, new FmeBatchJournal(disk).Count);
    }

    [Fact]
    public async Task A_token_that_was_cancelled_before_writes_nothing()
    {
        using var disk = new MemoryStream();
        var journal = new FmeBatchJournal(disk);
        await SampleJournal.BeginAsync(journal, Token);
        long length = disk.Length;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => journal.WriteAsync(SampleJournal.Intent("1"), new CancellationToken(true)));

        Assert.Equal(length, disk.Length);
        Assert.Null(journal.Find("1"));
    }

    [Fact]
    public async Task A_batch_that_was_cancelled_at_its_beginning_leaves_the_journal_to_the_next()
    {
        using var disk = new MemoryStream();
        var journal = new FmeBatchJournal(disk);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => SampleJournal.BeginAsync(journal, new CancellationToken(true)));
        await SampleJournal.BeginAsync(journal, Token);
        await journal.WriteAsync(SampleJournal.Intent("1"), Token);

        disk.Position = 0;
        Assert.Equal(1, new FmeBatchJournal(disk).Count);
    }

    [Fact]
    public async Task A_job_that_the_server_has_is_written_though_the_batch_was_cancelled()
    {
        using var cancellation = new CancellationTokenSource();
        using var disk = new MemoryStream();
        using var server = new JobServer { Time = _time };
        using var http = new HttpClient(server);
        var client = new FmeFlowOptions
        {
            ServerUrl = new Uri("https://fme.example.com"),
            Token = Tokens.Marker,
            ApiVersion = FmeApiVersion.V4,
            TimeProvider = _time,
            RequestTimeout = Timeout.InfiniteTimeSpan,
        };
        using var fme = new FmeFlowClient(client, http, new WatchedLog(CancelAfter));
        using var journal = new FmeBatchJournal(disk);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (FmeBatchItem<AustinDownload> item in fme.SubmitAllAsync([new AustinDownload()], new() { Journal = journal }, cancellation.Token))
            {
                Assert.Equal(FmeBatchOutcome.Submitted, item.Outcome);
            }
        });

        Assert.Equal(JournalState.Submitted, journal.Find("0")!.State);
        Assert.Single(server.Jobs);

        // The client logs the job before it gives it to the batch.
        void CancelAfter(string line)
        {
            if (line.Contains("as job 1", StringComparison.Ordinal))
            {
                cancellation.Cancel();
            }
        }
    }

    private sealed class WatchedLog(Action<string> watch) : ILogger<FmeFlowClient>
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            watch(formatter(state, exception));
    }

    /// <summary>Counts what has reached the disk.</summary>
    private sealed class FlushedFile(string path) : FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0)
    {
        private long _lines;

        public long LinesOnDisk { get; private set; }

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await base.WriteAsync(buffer, cancellationToken);
            _lines += buffer.Span.Count((byte)'\n');
        }

        public override void Flush(bool flushToDisk)
        {
            base.Flush(flushToDisk);
            if (flushToDisk)
            {
                LinesOnDisk = _lines;
            }
        }
    }

    /// <summary>Takes half of what is written when it is full; or all, and then fails to flush it.</summary>
    private sealed class FailingDisk : MemoryStream
    {
        public bool IsFull { get; set; }

        public bool FailsOnFlush { get; set; }

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            bool fails = IsFull && !FailsOnFlush;
            await base.WriteAsync(fails ? buffer[..(buffer.Length / 2)] : buffer, cancellationToken);
            if (fails)
            {
                throw new IOException("The disk is full.");
            }
        }

        public override Task FlushAsync(CancellationToken cancellationToken) =>
            IsFull ? Task.FromException(new IOException("The disk is full.")) : Task.CompletedTask;
    }

    /// <summary>Writes in two halves.</summary>
    private sealed class SlowDisk : MemoryStream
    {
        public Action Halfway { get; set; } = () => { };

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await base.WriteAsync(buffer[..(buffer.Length / 2)], cancellationToken);
            Halfway();
            cancellationToken.ThrowIfCancellationRequested();
            await base.WriteAsync(buffer[(buffer.Length / 2)..], cancellationToken);
        }
    }
}
