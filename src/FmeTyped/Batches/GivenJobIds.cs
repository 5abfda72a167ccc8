namespace FmeTyped;

/// <summary>
/// The ids of the jobs that the submissions of a batch were answered with, so that one job is not taken for that of two items: a cache or a proxy can give one
/// answer to several submissions. The oldest ids are forgotten first.
/// </summary>
internal sealed class GivenJobIds
{
    /// <summary>How many are remembered.</summary>
    public const int Most = 100_000;

    private readonly HashSet<long> _ids = [];
    private readonly Queue<long> _order = new();

    /// <summary>With ids that are known already.</summary>
    public GivenJobIds(IEnumerable<long> known)
    {
        foreach (long id in known)
        {
            Add(id);
        }
    }

    /// <summary>Remembers an id.</summary>
    /// <returns>False where it was given before.</returns>
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
