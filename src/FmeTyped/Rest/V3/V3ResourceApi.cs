using System.Text.Json;

namespace FmeTyped;

/// <summary>Shared resources in REST API version 3: a file's path is part of the address.</summary>
internal sealed class V3ResourceApi(ServerConnection connection) : ResourceApi(connection)
{
    protected override string Root => "/fmerest/v3/resources/connections";

    public override Task<ResponseStream> OpenZipAsync(ResourcePath folder, IReadOnlyList<string> names, string zipName, CancellationToken cancellationToken)
    {
        ErrorContext context = ContextOf("zip", folder, "read");
        throw new FmeNotSupportedException(
            $"Could not {context.Operation}: REST API version 3 sends files one by one. "
                + "List the folder and download its files, or let a workspace write a zip file.", context);
    }

    public override async Task CreateFolderAsync(ResourcePath folder, CancellationToken cancellationToken)
    {
        using var form = new FormUrlEncodedContent([new("directoryname", folder.Name), new("type", "DIR")]);
        await DoAsync(ContextOf("create", folder, "write"), HttpMethod.Post, AddressOf(folder.Parent), form, cancellationToken).ConfigureAwait(false);
    }

    protected override string ListPath(ResourcePath folder) => AddressOf(folder) + "?depth=1";

    protected override string DownloadPath(ResourcePath file) => AddressOf(file) + "?accept=contents";

    protected override string UploadPath(ResourcePath folder, bool overwrite) =>
        $"{AddressOf(folder)}?createDirectories=true&overwrite={(overwrite ? "true" : "false")}";

    protected override string DeletePath(ResourcePath item) => AddressOf(item);

    protected override IUploadForm FormOf(LocalContent file) => new AttachmentForm(file.Name);

    protected override bool IsFolder(JsonElement record) => "DIR".Equals(record.GetNonBlankText("type"u8), StringComparison.OrdinalIgnoreCase);

    protected override void CheckUploaded(ServerResponse response, ErrorFactory errors)
    {
    }

    private string AddressOf(ResourcePath path) => $"{Root}/{UrlPath.Part(path.Connection)}/filesys{path.Escaped()}";
}
