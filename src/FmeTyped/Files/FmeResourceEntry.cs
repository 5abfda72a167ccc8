namespace FmeTyped;

/// <summary>A file or folder in a shared resource.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Path">Its path below the connection, with a slash first.</param>
/// <param name="IsFolder">Whether it is a folder.</param>
/// <param name="Size">The size of a file in bytes; null for a folder, and where the server does not say.</param>
/// <param name="Modified">When it was made or changed; null where the server does not say.</param>
public sealed record FmeResourceEntry(string Name, string Path, bool IsFolder, long? Size, DateTimeOffset? Modified);
