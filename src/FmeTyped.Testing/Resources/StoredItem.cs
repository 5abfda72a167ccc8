namespace FmeTyped.Testing;

/// <summary>A file or a folder on the server at one moment. Immutable.</summary>
/// <param name="Path">Its path in the store.</param>
/// <param name="Date">When it was written or made.</param>
/// <param name="Size">How many bytes a file has; null for a folder.</param>
/// <param name="Contents">What a folder has, as deep as it was asked for; null where they were not asked for.</param>
internal sealed record StoredItem(string Path, DateTimeOffset Date, long? Size, IReadOnlyList<StoredItem>? Contents)
{
    public string Name => StoragePath.Name(Path);

    public bool IsFolder => Size is null;
}
