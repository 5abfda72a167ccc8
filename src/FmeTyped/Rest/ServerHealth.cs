using System.Text.Json;

namespace FmeTyped;

/// <summary>The health of the server.</summary>
/// <param name="IsOk">Whether the server is healthy.</param>
/// <param name="Status">The status, in the server's word.</param>
/// <param name="Message">The server's message; null if there is none.</param>
/// <param name="Components">The components of the server, each with its status.</param>
/// <param name="Json">The whole response.</param>
internal sealed record ServerHealth(bool IsOk, string Status, string? Message, IReadOnlyDictionary<string, string> Components, JsonElement Json)
{
    public override string ToString() => Message is null ? Status : $"{Status}: {Message}";
}
