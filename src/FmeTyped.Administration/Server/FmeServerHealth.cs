using System.Text.Json;

namespace FmeTyped;

/// <summary>How the server is.</summary>
public sealed class FmeServerHealth
{
    /// <summary>Whether all is well.</summary>
    public bool IsOk { get; init; }

    /// <summary>The server's word, such as <c>ok</c>, <c>notReady</c> or <c>componentUnavailable</c>.</summary>
    public required string Status { get; init; }

    /// <summary>The server's words; null where it says no more.</summary>
    public string? Message { get; init; }

    /// <summary>The parts of the server and how each is, <c>up</c> or <c>down</c>; empty where the server does not report it.</summary>
    public IReadOnlyDictionary<string, string> Components { get; init; } = new Dictionary<string, string>();

    /// <summary>Everything that the server reported.</summary>
    public JsonElement Json { get; init; }

    /// <summary>The status, and the message where there is one.</summary>
    public override string ToString() => Message is null ? Status : $"{Status}: {Message}";
}
