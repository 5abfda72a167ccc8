using System.Net;
using System.Text.Json;

namespace FmeTyped;

/// <summary>Shared resources in REST API version 4: a file's path is a value of the query or of the body. No address may end in a slash.</summary>
internal sealed class V4ResourceApi(ServerConnection connection) : ResourceApi(connection)
{
    // The vendor's OpenAPI document, DownloadResourceFilesRequest.
    private const int MostZipped = 500;

    // Errors are JSON even when the request asks for a file.
    private const string ZipOrErrors = "application/zip, application/octet-stream, application/json;q=0.5, */*;q=0.1";

    private readonly ServerConnection _connection = connection;

    protected override string Root => "/fmeapiv4/resources/connections";

    public override Task<ResponseStream> OpenZipAsync(ResourcePath folder, IReadOnlyList<string> names, string zipName, CancellationToken cancellationToken)
    {
        ErrorContext context = ContextOf("zip", folder, "read");
        if (names.Count > MostZipped)
        {
            throw new FmeNotSupportedException(
                $"Could not {context.Operation}: REST API version 4 zips at most {MostZipped} files and folders at once, and these are {names.Count}. "
                    + "Zip the folder that holds them, or some at a time.",
                context);
        }

        HttpContent body = JsonBody.Content(json =>
        {
            json.WriteStartObject();
            json.WriteString("path", folder.Text);
            json.WriteStartArray("items");
            foreach (string name in names)
            {
                json.WriteStringValue(name);
            }

            json.WriteEndArray();
            json.WriteString("zipFileName", zipName);
            json.WriteEndObject();
        });
        return _connection.Prepare(
            context, HttpMethod.Post, $"{AddressOf(folder)}/downloadzip", ZipOrErrors, _connection.RequestTimeout, body, cancellationToken)
            .OpenStreamAsync();
    }

    public override async Task CreateFolderAsync(ResourcePath folder, CancellationToken cancellationToken)
    {
        using HttpContent body = JsonBody.Content(json =>
        {
            json.WriteStartObject();
            json.WriteString("path", folder.Parent.Text);
            json.WriteString("directoryName", folder.Name);
            json.WriteEndObject();
        });
        await DoAsync(ContextOf("create", folder, "write"), HttpMethod.Post, $"{AddressOf(folder)}/directory", body, cancellationToken).ConfigureAwait(false);
    }

    protected override string ListPath(ResourcePath folder) => $"{AddressOf(folder)}/info?{PathOf(folder)}";

    protected override string DownloadPath(ResourcePath file) => $"{AddressOf(file)}/download?{PathOf(file)}";

    protected override string UploadPath(ResourcePath folder, bool overwrite) =>
        $"{AddressOf(folder)}/upload?{PathOf(folder)}&overwrite={(overwrite ? "true" : "false")}";

    protected override string DeletePath(ResourcePath item) => $"{AddressOf(item)}/item?{PathOf(item)}";

    protected override IUploadForm FormOf(LocalContent file) => new MultipartForm("files", file.Name);

    protected override bool IsFolder(JsonElement record) => "directory".Equals(record.GetNonBlankText("type"u8), StringComparison.OrdinalIgnoreCase);

    protected override void CheckUploaded(ServerResponse response, ErrorFactory errors)
    {
        if (response.StatusCode == HttpStatusCode.MultiStatus && ItemStatuses.FindFailure(response) is { } failure)
        {
            throw errors.PartlyDone(response, failure);
        }
    }

    private static string PathOf(ResourcePath path) => "path=" + Uri.EscapeDataString(path.Text);

    private string AddressOf(ResourcePath path) => $"{Root}/{UrlPath.Part(path.Connection)}";
}
