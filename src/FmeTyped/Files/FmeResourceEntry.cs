namespace FmeTyped;

/// <summary>A file or folder in a shared resource.</summary>
public sealed class FmeResourceEntry
{
    internal FmeResourceEntry()
    {
    }

    /// <summary>The name of the file or folder.</summary>
    public string Name { get; internal init; } = "";

    /// <summary>The path below the connection, with a leading slash.</summary>
    public string Path { get; internal init; } = "";

    /// <summary>Whether it is a folder.</summary>
    public bool IsFolder { get; internal init; }

    /// <summary>The size of a file in bytes; null for a folder, and if the server does not report it.</summary>
    public long? Size { get; internal init; }

    /// <summary>When it was created or changed; null if the server does not report it.</summary>
    public DateTimeOffset? Modified { get; internal init; }
}
