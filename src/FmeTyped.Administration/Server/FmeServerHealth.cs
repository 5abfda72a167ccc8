using System.Text.Json;

namespace FmeTyped;

/// <summary>The health of the server.</summary>
public sealed class FmeServerHealth
{
    /// <summary>Whether the server is healthy.</summary>
    public bool IsOk { get; init; }

    /// <summary>The status in the server's word, such as <c>ok</c>, <c>notReady</c> or <c>componentUnavailable</c>.</summary>
    public required string Status { get; init; }

    /// <summary>The server's message; null if there is none.</summary>
    public string? Message { get; init; }

    /// <summary>The components of the server, each <c>up</c> or <c>down</c>; empty if the server does not report them.</summary>
    public IReadOnlyDictionary<string, string> Components { get; init; } = new Dictionary<string, string>();

    /// <summary>The server's whole response.</summary>
    public JsonElement Json { get; init; }

    /// <summary>Returns the status, and the message if there is one.</summary>
    public override string ToString() => Message is null ? Status : $"{Status}: {Message}";
}
