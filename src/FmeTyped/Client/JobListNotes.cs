namespace FmeTyped;

/// <summary>How the reading of a list of jobs went.</summary>
internal sealed class JobListNotes
{
    private readonly List<string> _scannedFor = [];

    /// <summary>How many jobs the server showed, those not asked for and those shown twice included.</summary>
    public long JobsRead { get; private set; }

    /// <summary>The parts of the query that the server could not answer.</summary>
    public IReadOnlyList<string> ScannedFor => _scannedFor;

    /// <summary>Whether there may be jobs that were not shown.</summary>
    public bool MayLackJobs { get; set; }

    public void Add(JobPage page)
    {
        JobsRead += page.Count;
        MayLackJobs |= page.Count > page.Records.Count;
    }

    public void ScanFor(IEnumerable<string> names) => _scannedFor.AddRange(names.Except(_scannedFor));
}
