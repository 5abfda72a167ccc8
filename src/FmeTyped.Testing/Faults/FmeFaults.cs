using Microsoft.AspNetCore.Http;

namespace FmeTyped.Testing;

/// <summary>
/// The faults to inject, by kind of request. Each request uses up the first pending fault of its kind. Thread-safe.
/// </summary>
public sealed class FmeFaults
{
    private readonly object _gate = new();
    private readonly List<(FmeRequestKind Kind, FmeFault Fault)> _waiting = [];
    private readonly TimeProvider _time;

    internal FmeFaults(TimeProvider time) => _time = time;

    /// <summary>Injects a fault into the next requests of a kind, after those with pending faults.</summary>
    /// <param name="kind">The kind; <see cref="FmeRequestKind.Any"/> for every request.</param>
    /// <param name="fault">The fault.</param>
    /// <param name="count">How many requests have this fault.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is below 1.</exception>
    public void Add(FmeRequestKind kind, FmeFault fault, int count = 1)
    {
        ArgumentNullException.ThrowIfNull(fault);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        lock (_gate)
        {
            _waiting.AddRange(Enumerable.Repeat((kind, fault), count));
        }
    }

    /// <summary>Removes all pending faults. Requests that already have one keep it.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _waiting.Clear();
        }
    }

    internal Task InvokeAsync(HttpContext http, RequestDelegate next) =>
        Take(RequestKinds.From(http)) is { } fault ? fault.ApplyAsync(new FaultyCall(http, next, _time)) : next(http);

    private FmeFault? Take(FmeRequestKind? kind)
    {
        lock (_gate)
        {
            int found = _waiting.FindIndex(waiting => waiting.Kind == FmeRequestKind.Any || waiting.Kind == kind);
            if (found < 0)
            {
                return null;
            }

            FmeFault fault = _waiting[found].Fault;
            _waiting.RemoveAt(found);
            return fault;
        }
    }
}
