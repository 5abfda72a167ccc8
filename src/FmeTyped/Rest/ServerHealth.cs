using System.Text.Json;

namespace FmeTyped;

/// <summary>How the server is.</summary>
/// <param name="IsOk">Whether all is well.</param>
/// <param name="Status">The server's word.</param>
/// <param name="Message">The server's words; null where it says no more.</param>
/// <param name="Components">The parts of the server and how each is.</param>
/// <param name="Json">All that the server told.</param>
internal sealed record ServerHealth(bool IsOk, string Status, string? Message, IReadOnlyDictionary<string, string> Components, JsonElement Json)
{
    public override string ToString() => Message is null ? Status : $"{Status}: {Message}";
}
