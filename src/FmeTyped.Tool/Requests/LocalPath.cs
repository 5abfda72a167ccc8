namespace FmeTyped.Tool.Requests;

/// <summary>Paths on the command line: with a mark those of this machine, which are uploaded, otherwise those of the server.</summary>
internal static class LocalPath
{
    private const char Mark = '@';

    public static bool IsMarked(string text) => text.StartsWith(Mark);

    public static FmeFile ToFile(string text) => !IsMarked(text) ? FmeFile.OnServer(text)
        : Directory.Exists(text[1..]) ? FmeFile.FromFolder(text[1..])
        : FmeFile.FromPath(text[1..]);

    public static FmeFolder ToFolder(string text) => IsMarked(text) ? FmeFolder.FromPath(text[1..]) : FmeFolder.OnServer(text);

    /// <summary>What is wrong with paths; null if nothing is.</summary>
    public static string? FindFault(string parameter, IReadOnlyList<string> items) =>
        items.FirstOrDefault(IsHere) is { } path
            ? $"'{path}' would be a path on the server, but it exists on this machine. Use {parameter}={Mark}{path} to upload it."
        : items.Contains($"{Mark}") ? $"has no path; use {parameter}={Mark}PATH."
        : null;

    // A relative path means nothing to a server (A119), so one that exists here is meant as an upload. An absolute one may exist in both places.
    private static bool IsHere(string text) => text.Length > 0 && !IsMarked(text) && !Path.IsPathRooted(text) && Path.Exists(text);
}
