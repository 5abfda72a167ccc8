using System.Text.RegularExpressions;

namespace FmeTyped.Tool.Probing;

/// <summary>The form of a job's log: how many lines there are, and how many have the expected bars.</summary>
internal sealed partial record LogFacts(int Lines, int LinesWithBars)
{
    /// <summary>The form of some lines; null if there are none.</summary>
    public static LogFacts? From(IEnumerable<string> lines)
    {
        (int all, int withBars) = lines.Aggregate((0, 0), (count, line) => (count.Item1 + 1, count.Item2 + (HasBars(line) ? 1 : 0)));
        return all == 0 ? null : new LogFacts(all, withBars);
    }

    public static bool HasBars(string line) => LineWithBars().IsMatch(line);

    // As in "2026-01-31 10:11:12|   0.1|  0.0|INFORM|Words".
    [GeneratedRegex(@"^[^|]*[0-9]:[0-9]{2}[^|]*\|\s*[0-9.]+\|\s*[0-9.]+\|\s*[A-Z]+\s*\|", RegexOptions.CultureInvariant)]
    private static partial Regex LineWithBars();
}
