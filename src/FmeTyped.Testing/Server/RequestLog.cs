namespace FmeTyped.Testing;

/// <summary>The latest requests, in the order in which they arrived. Thread-safe.</summary>
internal sealed class RequestLog
{
    /// <summary>How many are kept: enough for any test that reads requests, and a bound for one that does not.</summary>
    public const int Capacity = 1000;

    /// <summary>How many characters their bodies have together.</summary>
    public const long BodyCapacity = 64L << 20;

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

    /// <summary>Forgets the oldest requests while the bodies are too large together. A body is known when its request has been read.</summary>
    public void Trim()
    {
        lock (_gate)
        {
            long size = _traces.Sum(trace => (long)trace.Body.Length);
            while (size > BodyCapacity)
            {
                size -= _traces.Dequeue().Body.Length;
            }
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
