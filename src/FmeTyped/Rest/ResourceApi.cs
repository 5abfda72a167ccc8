using System.Text.Json;

namespace FmeTyped;

/// <summary>What both versions of the REST API share: the flow of each call. Each version has its own paths and bodies.</summary>
internal abstract class ResourceApi(ServerConnection connection) : IResourceApi
{
    protected const string Json = "application/json";

    // Errors are JSON even when the request asks for a file.
    private const string FileOrErrors = "application/octet-stream, application/json;q=0.5, */*;q=0.1";

    private readonly FileSender _files = new(connection);

    /// <summary>The path of the connections.</summary>
    protected abstract string Root { get; }

    public async Task<IReadOnlyList<FmeResourceEntry>> ListAsync(ResourcePath folder, CancellationToken cancellationToken)
    {
        ErrorContext context = ContextOf("list", folder, "read");
        JsonElement record = await GetObjectAsync(context, ListPath(folder), cancellationToken).ConfigureAwait(false);
        return IsFolder(record) || record.TryGetProperty("contents", out _)
            ? [.. record.GetItems("contents"u8).Where(item => item.GetText("name"u8) is not null).Select(item => EntryOf(folder, item))]
            : throw new FmeException($"Could not {context.Operation}: that is a file and not a folder.", context);
    }

    public Task<ResponseStream> OpenAsync(ResourcePath file, CancellationToken cancellationToken)
    {
        HttpCall call = connection.Prepare(
            ContextOf("read", file, "read"), HttpMethod.Get, DownloadPath(file), FileOrErrors, connection.RequestTimeout, content: null, cancellationToken);
        return call.OpenStreamAsync(mayBeHtml: Path.GetExtension(file.Name).StartsWith(".htm", StringComparison.OrdinalIgnoreCase));
    }

    public abstract Task<ResponseStream> OpenZipAsync(ResourcePath folder, IReadOnlyList<string> names, string zipName, CancellationToken cancellationToken);

    public async Task UploadAsync(
        ResourcePath folder, LocalContent file, bool overwrite, IProgress<FmeUploadProgress>? progress, CancellationToken cancellationToken)
    {
        await _files.SendAsync(
            ContextOf("upload", folder.Append(file.Name), "write"),
            HttpMethod.Post,
            UploadPath(folder, overwrite),
            file,
            FormOf(file),
            progress,
            (call, response) =>
            {
                CheckDone(response, call.Errors);
                CheckUploaded(response, call.Errors);
                return true;
            },
            cancellationToken).ConfigureAwait(false);
    }

    public abstract Task CreateFolderAsync(ResourcePath folder, CancellationToken cancellationToken);

    public Task DeleteAsync(ResourcePath item, TimeSpan atMost, CancellationToken cancellationToken) => DoAsync(
        ContextOf("delete", item, "write"),
        HttpMethod.Delete,
        DeletePath(item),
        content: null,
        TimeLimit.Shorter(connection.RequestTimeout, atMost),
        cancellationToken);

    protected static ErrorContext ContextOf(string verb, ResourcePath path, string permission) => new($"{verb} {path}")
    {
        Hints = new ErrorHints
        {
            NeededPermission = $"to {permission} in {path.Connection} (User Management > Resources > {path.Connection})",
            NotFound = $"Either {path.Connection} has no {path.Text}, or the server has no shared resource {path.Connection} that the token's user may see.",
        },
    };

    protected abstract string ListPath(ResourcePath folder);

    protected abstract string DownloadPath(ResourcePath file);

    protected abstract string UploadPath(ResourcePath folder, bool overwrite);

    protected abstract string DeletePath(ResourcePath item);

    protected abstract IUploadForm FormOf(LocalContent file);

    protected abstract bool IsFolder(JsonElement record);

    /// <summary>Throws if the status is a success but the file was not accepted.</summary>
    protected abstract void CheckUploaded(ServerResponse response, ErrorFactory errors);

    /// <summary>Sends a request whose response has only a status.</summary>
    protected Task DoAsync(ErrorContext context, HttpMethod method, string path, HttpContent? content, CancellationToken cancellationToken) =>
        DoAsync(context, method, path, content, connection.RequestTimeout, cancellationToken);

    private static void CheckDone(ServerResponse response, ErrorFactory errors)
    {
        if (!response.IsSuccess)
        {
            throw errors.Refused(response);
        }

        if (response.IsHtml)
        {
            throw errors.NotUnderstood(response);
        }
    }

    private Task DoAsync(ErrorContext context, HttpMethod method, string path, HttpContent? content, TimeSpan timeLimit, CancellationToken cancellationToken) =>
        connection.Prepare(context, method, path, Json, timeLimit, content, cancellationToken).DoAsync();

    private async Task<JsonElement> GetObjectAsync(ErrorContext context, string path, CancellationToken cancellationToken)
    {
        HttpCall call = connection.Prepare(context, HttpMethod.Get, path, Json, connection.RequestTimeout, content: null, cancellationToken);
        return await call.ReadAsync(JsonResponses.ReadObject).ConfigureAwait(false);
    }

    // Some servers return the folder's path and some the file's own, so the path is built here.
    private FmeResourceEntry EntryOf(ResourcePath folder, JsonElement item)
    {
        string name = item.GetText("name"u8)!;
        bool isFolder = IsFolder(item);
        return new FmeResourceEntry
        {
            Name = name,
            Path = $"{folder.Text.TrimEnd('/')}/{name}",
            IsFolder = isFolder,
            Size = isFolder ? null : item.GetInteger("size"u8),
            Modified = item.GetTime("date"u8),
        };
    }
}
