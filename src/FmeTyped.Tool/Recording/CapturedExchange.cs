namespace FmeTyped.Tool.Recording;

/// <summary>A request and its response as they went over the wire.</summary>
/// <param name="number">The number, in the order of arrival.</param>
/// <param name="method">The method.</param>
/// <param name="target">Path and query.</param>
/// <param name="sentAt">When the request arrived.</param>
internal sealed class CapturedExchange(int number, string method, string target, DateTimeOffset sentAt) : IDisposable
{
    public int Number => number;

    public string Method => method;

    public string Target => target;

    public DateTimeOffset SentAt => sentAt;

    public IReadOnlyList<KeyValuePair<string, string>> RequestHeaders { get; init; } = [];

    public CapturedBody RequestBody { get; } = new();

    /// <summary>The status code; null if there was no response.</summary>
    public int? Status { get; set; }

    public IReadOnlyList<KeyValuePair<string, string>> ResponseHeaders { get; set; } = [];

    public CapturedBody ResponseBody { get; } = new();

    /// <summary>The time from the request to the end of the response.</summary>
    public TimeSpan Duration { get; set; }

    /// <summary>Why the response is missing or incomplete; null if it is complete.</summary>
    public string? BrokenOff { get; set; }

    public void Dispose()
    {
        RequestBody.Dispose();
        ResponseBody.Dispose();
    }
}
