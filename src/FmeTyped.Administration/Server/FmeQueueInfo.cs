using System.Text.Json;

namespace FmeTyped;

/// <summary>A job queue of the server. Values that the server does not report are null.</summary>
public sealed class FmeQueueInfo
{
    /// <summary>The queue's name.</summary>
    public required string Name { get; init; }

    /// <summary>What it is for; empty if there is no description.</summary>
    public string Description { get; init; } = "";

    /// <summary>Its priority.</summary>
    public long? Priority { get; init; }

    /// <summary>Whether it is the default queue, for jobs without a queue or a matching rule.</summary>
    public bool IsDefault { get; init; }

    /// <summary>The number of queued jobs.</summary>
    public long? QueuedJobCount { get; init; }

    /// <summary>The number of running jobs.</summary>
    public long? RunningJobCount { get; init; }

    /// <summary>The engines that take jobs from it.</summary>
    public IReadOnlyList<string> Engines { get; init; } = [];

    /// <summary>The server's whole record.</summary>
    public JsonElement Json { get; init; }

    /// <summary>Returns <see cref="Name"/>.</summary>
    public override string ToString() => Name;
}
