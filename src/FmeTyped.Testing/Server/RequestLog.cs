namespace FmeTyped.Testing;

/// <summary>The latest requests, in the order they came. Thread-safe.</summary>
internal sealed class RequestLog
{
    /// <summary>How many are kept: enough for any test that looks at requests, and no leak for one that does not.</summary>
    public const int Capacity = 1000;

    private readonly object _gate = new();
    private readonly Queue<Exchange> _exchanges = new();

    public void Add(Exchange exchange)
    {
        lock (_gate)
        {
            if (_exchanges.Count == Capacity)
            {
                _exchanges.Dequeue();
            }

            _exchanges.Enqueue(exchange);
        }
    }

    public IReadOnlyList<FmeRecordedRequest> Snapshot()
    {
        lock (_gate)
        {
            return [.. _exchanges.Select(exchange => exchange.Record())];
        }
    }
}
