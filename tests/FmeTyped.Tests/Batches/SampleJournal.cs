namespace FmeTyped.Tests.Batches;

/// <summary>A small journal with an item in each state, the last of which was about to be submitted.</summary>
internal static class SampleJournal
{
    private static readonly Uri Server = new("https://fme.example.com/");
    private static readonly FmeJobHandle Handle =
        new() { ServerUrl = Server, Id = 7, Repository = "Samples", Workspace = "austinDownload.fmw", CorrelationKey = "k" };
    private static readonly SubmissionTrace Trace = new("k", "Samples", "austinDownload.fmw", new DateTimeOffset(2026, 1, 9, 10, 0, 0, TimeSpan.Zero));

    public static JournalEntry[] Entries { get; } =
    [
        Intent("done"),
        new() { Key = "done", State = JournalState.Submitted, Handle = Handle },
        new()
        {
            Key = "done",
            State = JournalState.Done,
            Handle = Handle,
            Outcome = FmeBatchOutcome.Failed,
            Result = new FmeJobResult
            {
                Id = 7,
                Status = new FmeJobStatus("FME_FAILURE"),
                StatusMessage = "Full.",
                FeatureCount = 1,
                MinimumFeatures = 2,
                WarningCount = 3,
                ErrorCount = 4,
                TimeQueued = Trace.TimeSent.AddSeconds(1),
                TimeStarted = Trace.TimeSent.AddSeconds(2),
                TimeFinished = Trace.TimeSent.AddSeconds(3),
            },
        },
        Intent("submitted"),
        new() { Key = "submitted", State = JournalState.Submitted, Handle = Handle },
        Intent("withdrawn"),
        new() { Key = "withdrawn", State = JournalState.Withdrawn },
        Intent("intended"),
    ];

    public static JournalEntry Intent(string key) => new() { Key = key, State = JournalState.Intended, Trace = Trace };

    public static Task BeginAsync(FmeBatchJournal journal, CancellationToken cancellationToken) => journal.BeginAsync(Server, cancellationToken);

    public static async Task<byte[]> WriteAsync()
    {
        using var disk = new MemoryStream();
        using var journal = new FmeBatchJournal(disk);
        await BeginAsync(journal, CancellationToken.None);
        foreach (JournalEntry entry in Entries)
        {
            await journal.WriteAsync(entry, CancellationToken.None);
        }

        return disk.ToArray();
    }
}
