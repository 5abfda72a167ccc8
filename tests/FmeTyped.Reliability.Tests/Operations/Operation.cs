using FmeTyped.Reliability.Tests.Server;

namespace FmeTyped.Reliability.Tests.Operations;

/// <summary>Something that the client can do.</summary>
/// <param name="Name">What it is called in the page.</param>
/// <param name="Run">Does it to its end, and gives what came of it.</param>
internal sealed record Operation(string Name, Func<Scene, CancellationToken, Task<object?>> Run)
{
    /// <summary>What has to be there before.</summary>
    public Func<Scene, Task> SetUp { get; init; } = static _ => Task.CompletedTask;

    /// <summary>Which of its requests go wrong.</summary>
    public Func<HttpRequestMessage, bool> Hits { get; init; } = static _ => true;

    /// <summary>How many of them; null for all.</summary>
    public int? Most { get; init; }

    /// <summary>How long it may wait, beside the limits of its requests.</summary>
    public TimeSpan Waits { get; init; }

    /// <summary>Whether it makes a job.</summary>
    public bool Submits { get; init; }

    /// <summary>How often it may submit: a batch does so again after a refusal that is certain to have made no job.</summary>
    public int MostSubmissions { get; init; } = 1;

    /// <summary>Whether the client is asked for the first time, and does not know the server's version.</summary>
    public bool IsFirst { get; init; }
}
