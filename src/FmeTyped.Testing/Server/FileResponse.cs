using Microsoft.AspNetCore.Http;

namespace FmeTyped.Testing;

/// <summary>Answers with a file.</summary>
internal static class FileResponse
{
    private const string MediaType = "application/octet-stream";

    /// <summary>A file of a shared resource.</summary>
    public static IResult From(FileStore files, StoredItem file, bool isAttachment) =>
        Results.Stream(files.Open(file.Path), MediaType, isAttachment ? file.Name : null, file.Date);

    /// <summary>The file of a workspace: A048.</summary>
    public static IResult From(byte[] content, string name) => Results.Bytes(content, MediaType, name);
}
