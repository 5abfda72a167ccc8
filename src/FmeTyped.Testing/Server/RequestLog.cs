namespace FmeTyped.Testing;

/// <summary>The latest requests, in the order in which they arrived. Thread-safe.</summary>
internal sealed class RequestLog
{
    /// <summary>How many are kept: enough for any test that reads requests, and a bound for one that does not.</summary>
    public const int Capacity = 1000;

    private readonly object _gate = new();
    private readonly Queue<RequestTrace> _traces = new();

    public void Add(RequestTrace trace)
    {
        lock (_gate)
        {
            if (_traces.Count == Capacity)
            {
                _traces.Dequeue();
            }

            _traces.Enqueue(trace);
        }
    }

    public IReadOnlyList<FmeRecordedRequest> Snapshot()
    {
        lock (_gate)
        {
            return [.. _traces.Select(trace => trace.Record())];
        }
    }
}
