using System.Globalization;

namespace FmeTyped;

/// <summary>
/// Finds the "Features Written Summary" in a log: a heading, a line of dashes or similar, lines with a name and a number, another line of dashes, and perhaps
/// a total. If a log has several, the last one counts.
/// </summary>
internal sealed class FeatureSummaryReader
{
    private const string Heading = "Features Written Summary";
    private const string TotalName = "Total Features Written";

    private readonly List<(string FeatureType, long Count)> _counts = [];
    private bool _isFound;
    private bool _isInside;
    private bool _isRuledOff;
    private long? _total;

    /// <summary>Reads the summary.</summary>
    /// <param name="lines">The log.</param>
    /// <param name="shown">Redacts a name.</param>
    public static async Task<FeatureSummary?> ReadAsync(IAsyncEnumerable<string> lines, Func<string, string> shown)
    {
        var reader = new FeatureSummaryReader();
        await foreach (string line in lines.ConfigureAwait(false))
        {
            reader.Read(MessageOf(line));
        }

        return reader._isFound ? reader.Summary(shown) : null;
    }

    // Two writers can write one feature type, and two names can be equal once their secrets are masked.
    private FeatureSummary Summary(Func<string, string> shown)
    {
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach ((string featureType, long count) in _counts)
        {
            string name = shown(featureType);
            counts[name] = counts.GetValueOrDefault(name) + count;
        }

        return new FeatureSummary(counts, _total ?? _counts.Sum(static item => item.Count));
    }

    private void Read(ReadOnlySpan<char> message)
    {
        if (message.Equals(Heading, StringComparison.OrdinalIgnoreCase))
        {
            _counts.Clear();
            _total = null;
            _isFound = _isInside = true;
            _isRuledOff = false;
        }
        else if (!_isInside)
        {
            return;
        }
        else if (IsRule(message))
        {
            _isRuledOff = _counts.Count > 0;
        }
        else if (!TryReadCount(message, out string name, out long count))
        {
            _isInside = false;
        }
        else if (name.Equals(TotalName, StringComparison.OrdinalIgnoreCase))
        {
            _total = count;
            _isInside = false;
        }
        else if (_isRuledOff)
        {
            _isInside = false;
        }
        else
        {
            _counts.Add((name, count));
        }
    }

    // An engine's log has "time|elapsed|duration|kind|message"; the server's page has number, time and message, separated by tabs.
    private static ReadOnlySpan<char> MessageOf(string line) =>
        AfterSeparators(AfterSeparators(line, '|', 4), '\t', 2).Trim();

    private static ReadOnlySpan<char> AfterSeparators(ReadOnlySpan<char> line, char separator, int count)
    {
        ReadOnlySpan<char> rest = line;
        for (; count > 0; count--)
        {
            int at = rest.IndexOf(separator);
            if (at < 0)
            {
                return line;
            }

            rest = rest[(at + 1)..];
        }

        return rest;
    }

    private static bool IsRule(ReadOnlySpan<char> message) => !message.ContainsAnyExcept("-=*_ ");

    private static bool TryReadCount(ReadOnlySpan<char> message, out string name, out long count)
    {
        int at = message.LastIndexOfAny(" \t") + 1;
        name = message[..at].TrimEnd().ToString();
        return long.TryParse(message[at..], NumberStyles.None, CultureInfo.InvariantCulture, out count) && name.Length > 0;
    }
}
