namespace FmeTyped;

/// <summary>How the reading of a list of jobs went.</summary>
internal sealed class JobListNotes
{
    private readonly List<string> _scannedFor = [];
    private long _asked;

    /// <summary>How many jobs the list may have, so that it has an end.</summary>
    public long MostJobs { get; init; } = 1_000_000;

    /// <summary>Whether it has more, and was read no further.</summary>
    public bool IsTooLong => _asked >= MostJobs;

    /// <summary>How many jobs the server showed, those not asked for and those shown twice included.</summary>
    public long JobsRead { get; private set; }

    /// <summary>The parts of the query that the server could not answer.</summary>
    public IReadOnlyList<string> ScannedFor => _scannedFor;

    /// <summary>Whether there may be jobs that were not shown.</summary>
    public bool MayLackJobs { get; set; }

    /// <summary>Notes a page; one with less than was asked for counts as a full one, for it costs a request all the same.</summary>
    public void Add(JobPage page, int pageSize)
    {
        JobsRead += page.Count;
        _asked += Math.Max(page.Count, pageSize);
        MayLackJobs |= page.Count > page.Records.Count;
    }

    public void ScanFor(IEnumerable<string> names) => _scannedFor.AddRange(names.Except(_scannedFor));
}
