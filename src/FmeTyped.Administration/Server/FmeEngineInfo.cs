using System.Text.Json;

namespace FmeTyped;

/// <summary>An engine of the server. Values that the server does not report are null.</summary>
public sealed class FmeEngineInfo
{
    /// <summary>The engine's name.</summary>
    public required string Name { get; init; }

    /// <summary>The host it runs on.</summary>
    public string? Host { get; init; }

    /// <summary>The kind of engine, such as <c>standard</c> or <c>dynamic</c>; version 3 of the REST API writes it in upper case.</summary>
    public string? Type { get; init; }

    /// <summary>Its state: <c>idle</c>, <c>runningJob</c> or <c>disconnected</c>.</summary>
    public required string State { get; init; }

    /// <summary>Its FME build.</summary>
    public int? Build { get; init; }

    /// <summary>Its platform, such as <c>linux-x64</c>.</summary>
    public string? Platform { get; init; }

    /// <summary>The job that it is running; null for none.</summary>
    public long? CurrentJobId { get; init; }

    /// <summary>The queues it takes jobs from; empty if the server does not report them.</summary>
    public IReadOnlyList<string> Queues { get; init; } = [];

    /// <summary>The server's whole record, in the format of its version of the REST API.</summary>
    public JsonElement Json { get; init; }

    /// <summary>Returns the name and the state.</summary>
    public override string ToString() => $"{Name} ({State})";
}
