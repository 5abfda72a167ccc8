namespace FmeTyped;

/// <summary>
/// The job ids that the server returned to submissions, so that one job is not taken for two: a cache or a proxy can return one response to several
/// submissions. The oldest ids are dropped first.
/// </summary>
internal sealed class AssignedJobIds
{
    /// <summary>How many ids are kept.</summary>
    public const int Most = 100_000;

    private readonly HashSet<long> _ids = [];
    private readonly Queue<long> _order = new();

    /// <summary>Creates a set with the ids that are known already.</summary>
    public AssignedJobIds(params ReadOnlySpan<long> known)
    {
        foreach (long id in known)
        {
            Add(id);
        }
    }

    /// <summary>Adds an id.</summary>
    /// <returns>False if it was returned before.</returns>
    public bool Add(long id)
    {
        lock (_order)
        {
            if (!_ids.Add(id))
            {
                return false;
            }

            _order.Enqueue(id);
            if (_order.Count > Most)
            {
                _ids.Remove(_order.Dequeue());
            }

            return true;
        }
    }
}
