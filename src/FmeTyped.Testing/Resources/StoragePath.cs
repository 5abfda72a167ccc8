using System.Text.RegularExpressions;

namespace FmeTyped.Testing;

/// <summary>Paths of files on the server. In the store a path is <c>CONNECTION/folder/file</c>; to workspaces it is <c>$(CONNECTION)/folder/file</c>.</summary>
internal static partial class StoragePath
{
    // Listings go down level by level.
    private const int MaxLevels = 64;

    /// <summary>The store's path of a path within a connection; null for one that leaves the connection, or has more than 64 levels.</summary>
    public static string? From(string connection, string path)
    {
        string[] parts = path.Split(['/', '\\'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return parts.Length > MaxLevels || Array.Exists(parts, part => part is "." or ".." || part.Contains('\0', StringComparison.Ordinal))
            ? null
            : string.Join('/', [connection, .. parts]);
    }

    /// <summary>The store's path of a path with its connection, as a macro or in the store's own form; null for one that is neither.</summary>
    public static string? Parse(string path) =>
        Macro().Match(path) is { Success: true } macro ? From(macro.Groups["connection"].Value, macro.Groups["rest"].Value)
        : path.Split('/', 2) is [{ Length: > 0 } connection, .. var rest] ? From(connection, rest is [var one] ? one : "")
        : null;

    /// <summary>The path in the form that workspaces take.</summary>
    public static string ToMacro(string path) => path.Split('/', 2) is [var connection, var rest] ? $"$({connection})/{rest}" : $"$({path})";

    /// <summary>The path within its connection, such as <c>/folder/file</c>.</summary>
    public static string WithinConnection(string path) => path.IndexOf('/', StringComparison.Ordinal) is var slash and > 0 ? path[slash..] : "/";

    public static string? Parent(string path) => path.LastIndexOf('/') is var slash and > 0 ? path[..slash] : null;

    public static string Name(string path) => path[(path.LastIndexOf('/') + 1)..];

    [GeneratedRegex(@"^\$\((?<connection>[^)/]+)\)(?<rest>.*)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Singleline)]
    private static partial Regex Macro();
}
