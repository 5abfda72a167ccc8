namespace FmeTyped;

/// <summary>Segments of a URL's path.</summary>
internal static class UrlPath
{
    /// <summary>Encodes a name as one segment of a path.</summary>
    public static string Part(string name) =>
        IsPart(name)
            ? Uri.EscapeDataString(name)
            : throw new ArgumentException($"'{name}' cannot be the name of a repository or workspace.", nameof(name));

    /// <summary>Whether a name can be one segment of a path.</summary>
    public static bool IsPart(string name) => !string.IsNullOrWhiteSpace(name) && name is not ("." or "..");
}
