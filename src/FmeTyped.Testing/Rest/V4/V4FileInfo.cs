namespace FmeTyped.Testing;

/// <summary>A file or a directory of a shared resource. Shape: the OpenAPI document.</summary>
internal sealed record V4FileInfo
{
    public required string Name { get; init; }

    public required string Type { get; init; }

    public required string Date { get; init; }

    public required string Path { get; init; }

    public long? Size { get; init; }

    public IReadOnlyList<V4FileInfo>? Contents { get; init; }

    public static V4FileInfo From(StoredItem item) => new()
    {
        Name = item.Name,
        Type = item.IsFolder ? "directory" : "file",
        Date = JsonResponse.Time(item.Date),
        Path = StoragePath.WithinConnection(item.Path),
        Size = item.Size,
        Contents = item.Contents is { } contents ? [.. contents.Select(From)] : null,
    };
}
