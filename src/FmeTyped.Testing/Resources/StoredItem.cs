namespace FmeTyped.Testing;

/// <summary>A file or a folder on the server at one moment. Immutable.</summary>
/// <param name="Path">Its path in the store.</param>
/// <param name="Date">When it was written or created.</param>
/// <param name="Size">The size of a file in bytes; null for a folder.</param>
/// <param name="Contents">The contents of a folder, to the requested depth; null if they were not requested.</param>
internal sealed record StoredItem(string Path, DateTimeOffset Date, long? Size, IReadOnlyList<StoredItem>? Contents)
{
    public string Name => StoragePath.Name(Path);

    public bool IsFolder => Size is null;
}
