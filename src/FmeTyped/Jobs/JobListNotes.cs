namespace FmeTyped;

/// <summary>Records how reading a list of jobs went.</summary>
internal sealed class JobListNotes
{
    private readonly List<string> _scannedFor = [];
    private long _asked;

    /// <summary>The maximum number of jobs to read, so that reading always ends.</summary>
    public long MostJobs { get; init; } = 1_000_000;

    /// <summary>Whether the list has more jobs than that, so that reading stopped.</summary>
    public bool IsTooLong => _asked >= MostJobs;

    /// <summary>How many jobs the server returned, including those that do not match and duplicates.</summary>
    public long JobsRead { get; private set; }

    /// <summary>How many pages were read.</summary>
    public int Pages { get; private set; }

    /// <summary>The parts of the query that the server cannot filter by.</summary>
    public IReadOnlyList<string> ScannedFor => _scannedFor;

    /// <summary>Whether there may be jobs that the server did not return.</summary>
    public bool MayLackJobs { get; set; }

    /// <summary>Records a page. A partial page counts as a full one, because it costs a request too.</summary>
    public void Add(JobPage page, int pageSize)
    {
        JobsRead += page.Count;
        Pages++;
        _asked += Math.Max(page.Count, pageSize);
        MayLackJobs |= page.Count > page.Records.Count;
    }

    public void ScanFor(IEnumerable<string> names) => _scannedFor.AddRange(names.Except(_scannedFor));
}
