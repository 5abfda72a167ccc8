namespace FmeTyped;

/// <summary>Parts of a URL's path.</summary>
internal static class UrlPath
{
    /// <summary>Encodes a name to stand as one part of a path.</summary>
    public static string Part(string name) =>
        string.IsNullOrWhiteSpace(name) || name is "." or ".."
            ? throw new ArgumentException($"'{name}' cannot be the name of a repository or workspace.", nameof(name))
            : Uri.EscapeDataString(name);
}
