using System.IO.Enumeration;

namespace FmeTyped.Tool.Servers;

/// <summary>Which names the user means: names, and patterns with <c>*</c> and <c>?</c>; all where there are none. Case does not matter (A111).</summary>
internal sealed class NameFilter(IReadOnlyList<string> patterns)
{
    /// <summary>The names, where none is a pattern; null where the server's list is needed.</summary>
    public IReadOnlyList<string>? Names => patterns.Count > 0 && patterns.All(pattern => pattern.AsSpan().IndexOfAny('*', '?') < 0) ? patterns : null;

    public static NameFilter All { get; } = new([]);

    public bool IsAll => patterns.Count == 0;

    // A backslash escapes in expressions; names that have one are none of FME Flow.
    public bool Matches(string name) => IsAll || patterns.Any(pattern => FileSystemName.MatchesSimpleExpression(pattern, name));
}
