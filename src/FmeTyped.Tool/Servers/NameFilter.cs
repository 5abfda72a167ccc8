using System.IO.Enumeration;

namespace FmeTyped.Tool.Servers;

/// <summary>The names that the user selects: names, and patterns with <c>*</c> and <c>?</c>; all if there are none. Case is ignored.</summary>
internal sealed class NameFilter(IReadOnlyList<string> patterns)
{
    /// <summary>The names, if none is a pattern; null if the server's list is needed.</summary>
    public IReadOnlyList<string>? Names => patterns.Count > 0 && patterns.All(pattern => pattern.AsSpan().IndexOfAny('*', '?') < 0) ? patterns : null;

    public static NameFilter All { get; } = new([]);

    public bool IsAll => patterns.Count == 0;

    // Names are compared without case (A111). A backslash would be an escape in a pattern; names in FME Flow contain none.
    public bool Matches(string name) => IsAll || patterns.Any(pattern => FileSystemName.MatchesSimpleExpression(pattern, name));
}
