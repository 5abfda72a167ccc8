using FmeTyped.Tool.Masking;

namespace FmeTyped.Tool.Replay;

/// <summary>The address of a recorded request, which other requests are compared with. A placeholder in it fits anything.</summary>
internal sealed class RecordedTarget
{
    private readonly string[] _segments;
    private readonly (string Name, string Value)[] _query;

    private RecordedTarget(string[] segments, (string Name, string Value)[] query)
    {
        _segments = segments;
        _query = query;
    }

    public static RecordedTarget Parse(string target)
    {
        string[] parts = target.Split('?', 2);
        return new RecordedTarget(
            [.. parts[0].Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString)],
            [
                .. (parts is [_, var query] ? query.Split('&', StringSplitOptions.RemoveEmptyEntries) : [])
                    .Select(pair => pair.Split('=', 2))
                    .Select(pair => (Decode(pair[0]), pair is [_, var value] ? Decode(value) : ""))
                    .OrderBy(pair => pair.Item1, StringComparer.Ordinal),
            ]);
    }

    /// <summary>Whether a request has this address.</summary>
    public bool Fits(RecordedTarget request) =>
        _segments.Length == request._segments.Length
        && _query.Length == request._query.Length
        && _segments.Zip(request._segments).All(pair => Fits(pair.First, pair.Second))
        && _query.Zip(request._query).All(pair => pair.First.Name == pair.Second.Name && Fits(pair.First.Value, pair.Second.Value));

    /// <summary>Whether the address is the same, placeholders included.</summary>
    public bool IsSame(RecordedTarget other) => _segments.SequenceEqual(other._segments) && _query.SequenceEqual(other._query);

    private static bool Fits(string recorded, string sent) => recorded == sent || Placeholder.IsIn(recorded);

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
