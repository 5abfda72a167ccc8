using System.Text.Json;
using FmeTyped.Schema.Facts;

namespace FmeTyped;

/// <summary>The data upload service, which is the same for both versions of the REST API (FME Flow Reference Manual, Data Upload Service).</summary>
internal sealed class DataUploadService(ServerConnection connection) : IDataUploadApi
{
    private readonly FileSender _files = new(connection);

    public async Task<string> UploadAsync(
        string repository, string workspace, string space, LocalContent file, IProgress<FmeUploadProgress>? progress, CancellationToken cancellationToken)
    {
        var context = new ErrorContext($"upload {file.Name} for {repository}/{workspace} through the data upload service")
        {
            Hints = new ErrorHints
            {
                NeededPermission = $"to run the workspace (User Management > Repositories > {repository}) and to use the data upload service "
                    + "(Services > Data Upload)",
                NotFound = "The workspace has to exist and be registered with the data upload service.",
            },
        };
        string path = $"/{ServiceNames.DataUpload}/{UrlPath.Part(repository)}/{UrlPath.Part(workspace)}/{UrlPath.Part(file.Name)}"
            + $"?opt_fullpath=true&opt_namespace={space}&opt_responseformat=json";
        return await _files.SendAsync(
            context,
            HttpMethod.Put,
            path,
            file,
            form: null,
            progress,
            (call, response) => ReadPath(response, call.Errors, file.Name),
            cancellationToken).ConfigureAwait(false);
    }

    private static string ReadPath(ServerResponse response, ErrorFactory errors, string name)
    {
        if (!response.IsSuccess)
        {
            throw errors.Refused(response);
        }

        JsonElement? envelope = response.TryReadObject(out Exception? cause)?.GetObject("serviceResponse"u8);
        if (envelope?.GetObject("statusInfo"u8)?.GetNonBlankText("status"u8) is { } status && !status.Equals("success", StringComparison.OrdinalIgnoreCase))
        {
            throw errors.PartlyDone(response, envelope?.GetObject("statusInfo"u8)?.GetNonBlankText("message"u8) ?? status);
        }

        return envelope is { } said && PathOf(said, name) is { } found ? found : throw errors.NotUnderstood(response, "the path of the uploaded file", cause);
    }

    // A single file may be an object or a list of one; old responses have folders only (A077).
    private static string? PathOf(JsonElement response, string name)
    {
        if (response.GetObject("files"u8) is not { } files)
        {
            return null;
        }

        if ((Find(files, "file"u8, name) ?? Find(files, "archive"u8, name))?.GetNonBlankText("path"u8) is { } path)
        {
            return path.EndsWith("/" + name, StringComparison.Ordinal) || path.EndsWith("\\" + name, StringComparison.Ordinal) ? path : Join(path, name);
        }

        foreach (JsonElement folder in files.GetItems("folder"u8))
        {
            if (folder.GetNonBlankText("path"u8) is { } parent)
            {
                return Join(parent, name);
            }
        }

        return files.GetNonBlankText("path"u8) is { } only ? Join(only, name) : null;
    }

    private static JsonElement? Find(JsonElement files, ReadOnlySpan<byte> kind, string name)
    {
        foreach (JsonElement file in files.GetItems(kind))
        {
            if (file.GetText("name"u8) == name)
            {
                return file;
            }
        }

        return null;
    }

    private static string Join(string folder, string name) => $"{folder.TrimEnd('/')}/{name}";
}
