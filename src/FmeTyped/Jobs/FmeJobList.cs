using System.Runtime.CompilerServices;

namespace FmeTyped;

/// <summary>
/// The jobs that match a query, read page by page during the enumeration, each once: queued, then running, then ended jobs; on newer
/// servers the latest end comes first.
/// </summary>
public sealed class FmeJobList : IAsyncEnumerable<FmeJobRecord>
{
    private readonly Func<JobListNotes, CancellationToken, IAsyncEnumerable<FmeJobRecord>> _read;
    private readonly CancellationToken _cancellationToken;
    private JobListNotes _notes = new();

    internal FmeJobList(Func<JobListNotes, CancellationToken, IAsyncEnumerable<FmeJobRecord>> read, CancellationToken cancellationToken)
    {
        _read = read;
        _cancellationToken = cancellationToken;
    }

    /// <summary>
    /// The parts of the query that the server cannot filter by, so that the client reads the whole list: names of members of
    /// <see cref="FmeJobQuery"/>. Set from the first job on; empty before that, and if the server filtered by all parts.
    /// </summary>
    public IReadOnlyList<string> ScannedFor => _notes.ScannedFor;

    /// <summary>How many jobs the server has returned so far, including those that do not match the query.</summary>
    public long JobsRead => _notes.JobsRead;

    /// <summary>
    /// Whether jobs may be missing: the list changed faster than it could be read, the server ignored the requested page, or a job could not be
    /// read. Set at the end.
    /// </summary>
    public bool MayLackJobs => _notes.MayLackJobs;

    /// <summary>Reads the list from the start.</summary>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="FmeException">The server refuses, or cannot be reached; the derived type says why.</exception>
    public IAsyncEnumerator<FmeJobRecord> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        _notes = new JobListNotes();
        return ReadAsync(_notes, cancellationToken).GetAsyncEnumerator(CancellationToken.None);
    }

    private async IAsyncEnumerable<FmeJobRecord> ReadAsync(JobListNotes notes, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using CancellationTokenSource? both = _cancellationToken.CanBeCanceled && cancellationToken.CanBeCanceled
            ? CancellationTokenSource.CreateLinkedTokenSource(_cancellationToken, cancellationToken)
            : null;
        CancellationToken either = both?.Token ?? (cancellationToken.CanBeCanceled ? cancellationToken : _cancellationToken);
        await foreach (FmeJobRecord record in _read(notes, either).ConfigureAwait(false))
        {
            yield return record;
        }
    }
}
