using System.Text.Json.Nodes;

namespace FmeTyped.Tool.Requests;

/// <summary>A request that would be sent.</summary>
/// <param name="Method">The method.</param>
/// <param name="Url">The address.</param>
/// <param name="Headers">The headers; the token is masked.</param>
internal sealed record DryRunRequest(string Method, Uri Url, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>The body of a submission; null for an upload. Secrets are masked.</summary>
    public JsonNode? Json { get; init; }

    /// <summary>The file of an upload; null for a submission.</summary>
    public string? File { get; init; }

    /// <summary>The size of the body of an upload.</summary>
    public long? Bytes { get; init; }
}
