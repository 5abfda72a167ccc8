namespace FmeTyped.Benchmarks.Contestants;

/// <summary>A way to submit the order of eight parameters and wait for its end.</summary>
internal interface ICaller
{
    string Name { get; }

    /// <summary>Submits and waits; throws where that does not end well.</summary>
    Task RunAsync(CancellationToken cancellationToken);
}
