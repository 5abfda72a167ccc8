namespace FmeTyped.Testing;

/// <summary>A file or a folder of a shared resource: A043.</summary>
internal sealed record V3FileInfo
{
    public required string Name { get; init; }

    public required string Path { get; init; }

    public required string Type { get; init; }

    public required string Date { get; init; }

    public long? Size { get; init; }

    public IReadOnlyList<V3FileInfo>? Contents { get; init; }

    public static V3FileInfo From(StoredItem item) => new()
    {
        Name = item.Name,
        Path = StoragePath.WithinConnection(item.Path),
        Type = item.IsFolder ? "DIR" : "FILE",
        Date = JsonResponse.Time(item.Date),
        Size = item.Size,
        Contents = item.Contents is { } contents ? [.. contents.Select(From)] : null,
    };
}
