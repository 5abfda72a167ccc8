using System.Text.Json;

namespace FmeTyped;

/// <summary>A job queue of the server. What the server does not report is null.</summary>
public sealed class FmeQueueInfo
{
    /// <summary>The queue's name.</summary>
    public required string Name { get; init; }

    /// <summary>What it is for; empty where nobody said.</summary>
    public string Description { get; init; } = "";

    /// <summary>Its priority.</summary>
    public long? Priority { get; init; }

    /// <summary>Whether it takes the jobs that name no queue and match no rule.</summary>
    public bool IsDefault { get; init; }

    /// <summary>How many jobs wait in it.</summary>
    public long? QueuedJobCount { get; init; }

    /// <summary>How many jobs of it run.</summary>
    public long? RunningJobCount { get; init; }

    /// <summary>The engines that take jobs from it.</summary>
    public IReadOnlyList<string> Engines { get; init; } = [];

    /// <summary>Everything that the server reported.</summary>
    public JsonElement Json { get; init; }

    /// <summary>Returns <see cref="Name"/>.</summary>
    public override string ToString() => Name;
}
