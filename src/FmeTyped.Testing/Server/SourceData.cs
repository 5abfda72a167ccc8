using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace FmeTyped.Testing;

/// <summary>Stores a body that is a job's source data. Where a real server stores it is not known: A044.</summary>
internal static class SourceData
{
    private const string Folder = "temp/source";

    /// <returns>The path of the data, in the form that workspaces take.</returns>
    public static async Task<string> KeepAsync(FileStore files, HttpContext http)
    {
        string name = UploadPart.FileNameOf(http.Request.Headers.ContentDisposition) ?? "data";
        string path = StoragePath.From(ResourceConnection.SystemName, $"{Folder}/{RandomNumberGenerator.GetHexString(16)}/{StoragePath.Name(name)}")
            ?? throw RequestJson.Invalid($"'{name}' is no name of a file.");
        await files.SaveAsync(path, http.Request.Body, overwrite: true, http.RequestAborted).ConfigureAwait(false);
        return StoragePath.ToMacro(path);
    }
}
