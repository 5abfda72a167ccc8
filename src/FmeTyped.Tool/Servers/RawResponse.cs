using System.Text.Json;

namespace FmeTyped.Tool.Servers;

/// <summary>A server's response.</summary>
/// <param name="Status">The status code.</param>
/// <param name="Json">The body, if it is JSON.</param>
internal sealed record RawResponse(int Status, JsonElement? Json)
{
    public bool IsSuccess => Status is >= 200 and < 300;

    /// <summary>Whether the server knows the address, whatever it responds to the request.</summary>
    public bool IsThere => Status is not (404 or 405 or 501);

    /// <summary>The items of a page or of a bare array; null if it is neither.</summary>
    public IReadOnlyList<JsonElement>? Items => this switch
    {
        { IsSuccess: false } or { Json: null } => null,
        { Json: { ValueKind: JsonValueKind.Array } array } => [.. array.EnumerateArray()],
        _ => Find("items") is { ValueKind: JsonValueKind.Array } items ? [.. items.EnumerateArray()] : null,
    };

    /// <summary>How many items there are on all pages; null if the response does not say.</summary>
    public long? TotalCount => Find("totalCount") is { ValueKind: JsonValueKind.Number } count ? count.GetInt64() : null;

    /// <summary>A member of the response object, or of an object inside it.</summary>
    public JsonElement? Find(params ReadOnlySpan<string> path) => IsSuccess && Json is { } json ? json.FindMember(path) : null;
}
