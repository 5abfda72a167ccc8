using Microsoft.AspNetCore.Http;

namespace FmeTyped.Testing;

/// <summary>Responds with a file.</summary>
internal static class FileResponse
{
    private const string MediaType = "application/octet-stream";

    /// <summary>A file of a shared resource.</summary>
    public static IResult From(FileStore files, StoredItem file, bool isAttachment) =>
        Results.Stream(files.Open(file.Path), MediaType, isAttachment ? file.Name : null, file.Date, enableRangeProcessing: true);

    /// <summary>The file of a workspace: A048.</summary>
    public static IResult From(byte[] content, string name) => Results.Bytes(content, MediaType, name, enableRangeProcessing: true);

    /// <summary>Files and folders of a shared resource as one zip file.</summary>
    public static Task<IResult> ZipAsync(FileStore files, IEnumerable<StoredItem> items, string zipName, DateTimeOffset time) => ZipArchives.RespondAsync(
        zipName.EndsWith(".zip", StringComparison.OrdinalIgnoreCase) ? zipName : zipName + ".zip",
        items.SelectMany(item => Entries(item, item.Name)).Select(entry => (entry.Name, (Func<Stream>)(() => files.Open(entry.Path)))),
        time);

    private static IEnumerable<(string Name, string Path)> Entries(StoredItem item, string name) =>
        item.Contents?.SelectMany(child => Entries(child, $"{name}/{child.Name}")) ?? [(name, item.Path)];
}
