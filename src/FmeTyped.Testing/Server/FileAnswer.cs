using Microsoft.AspNetCore.Http;

namespace FmeTyped.Testing;

/// <summary>Answers with a file.</summary>
internal static class FileAnswer
{
    private const string MediaType = "application/octet-stream";

    public static IResult Of(FileStore files, StoredItem file, bool isAttachment) =>
        Results.Stream(files.Open(file.Path), MediaType, isAttachment ? file.Name : null, file.Date);

    public static IResult Of(byte[] content, string name) => Results.Bytes(content, MediaType, name);
}
