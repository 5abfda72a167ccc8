using System.Runtime.CompilerServices;

namespace FmeTyped;

/// <summary>
/// The jobs that a query asks for, read page by page as they are enumerated, each once: the queued, the running, and then those that have ended, on newer
/// servers the latest end first.
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
    /// The parts of the query that the server could not answer, so that its whole list has to be read for them: names of members of
    /// <see cref="FmeJobQuery"/>. Known from the first job on; empty before, and where the server did all the work.
    /// </summary>
    public IReadOnlyList<string> ScannedFor => _notes.ScannedFor;

    /// <summary>How many jobs the server has shown so far, those that the query does not ask for included.</summary>
    public long JobsRead => _notes.JobsRead;

    /// <summary>
    /// Whether jobs may be missing: the list changed faster than it could be read, the server ignored the page that was asked for, or a job could not be
    /// read. Known at the end.
    /// </summary>
    public bool MayLackJobs => _notes.MayLackJobs;

    /// <summary>Reads the list, from its beginning.</summary>
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
