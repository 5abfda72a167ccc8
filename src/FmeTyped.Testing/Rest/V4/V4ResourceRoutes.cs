using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FmeTyped.Testing;

/// <summary>Shared resources: connections, and the files of each. Source: the OpenAPI document; what it leaves open is A042.</summary>
internal static class V4ResourceRoutes
{
    private const string Type = "file";
    private const string One = "/resources/connections/{connection}";

    public static void Map(RouteGroupBuilder authenticated, RouteGroupBuilder authorized, ServerState server)
    {
        // A token sees the connections it may use.
        authenticated.MapGet("/resources/connections", (V4ListQuery query, HttpRequest request) =>
        {
            bool isListed = (query.Text("ownerID") is null or V4User.Id) & (query.Word("type", Type, "awsS3", "network") is null or Type);
            Func<IReadOnlyList<string>, bool> finds = query.Filter("name", "displayName");
            return query.Respond(
                [.. ResourceConnection.All.Where(found => isListed && server.Tokens.IsPermitted(request) && finds([found.Name, found.DisplayName]))],
                found => Describe(found, server));
        }).OfKind(FmeRequestKind.Resources);

        RouteGroupBuilder one = authorized.MapGroup(One).OfKind(FmeRequestKind.Resources);
        one.MapGet("", (string connection) => JsonResponse.From(Describe(FindConnection(connection, server), server)));
        one.MapGet("/info", (string connection, string? path) => JsonResponse.From(V4FileInfo.From(Find(connection, path, server, depth: 1))));
        one.MapGet("/download", (string connection, string? path, string? disposition) =>
            FileResponse.From(server.Files, FindFile(connection, path, server), isAttachment: disposition != "inline"));
        one.MapDelete("/item", (string connection, string? path) => server.Files.Delete(Find(connection, path, server).Path)
            ? Results.NoContent()
            : throw V4Refusal.Invalid("path", "must name a file or a directory"));

        one.MapPost("/download", (string connection, HttpContext http) => RequestJson.Read(RequestTrace.From(http).Body, body =>
            FileResponse.From(
                server.Files, FindFile(connection, Text(body, "path"), server), isAttachment: RequestJson.OptionalText(body, "disposition") != "inline")));
        one.MapPost("/downloadzip", (string connection, HttpContext http) => RequestJson.Read(RequestTrace.From(http).Body, body =>
            DownloadZipAsync(FindItems(connection, body, server), Text(body, "zipFileName"), server)));
        one.MapPost("/directory", (string connection, HttpContext http) => RequestJson.Read(RequestTrace.From(http).Body, body =>
            CreateFolder(connection, Text(body, "path"), Text(body, "directoryName"), server)));
        one.MapPost("/delete", (string connection, HttpContext http) =>
            RequestJson.Read(RequestTrace.From(http).Body, body => DeleteAll(connection, body, server)));

        authorized.MapPost($"{One}/upload", (string connection, string? path, bool? overwrite, HttpContext http) =>
            UploadAsync(PathOf(connection, path, server), overwrite == true, http, server)).OfKind(FmeRequestKind.Upload).TakesFiles();
    }

    private static async Task<IResult> UploadAsync(string folder, bool overwrite, HttpContext http, ServerState server)
    {
        var outcomes = new List<V4FileOutcome>();
        await foreach (UploadPart part in UploadPart.ReadAsync(http.Request, http.RequestAborted).ConfigureAwait(false))
        {
            if (part.FileName is not { } name)
            {
                RequestTrace.From(http).Note($"The part '{part.FieldName}' names no file and is ignored.");
                continue;
            }

            string path = StoragePath.From(folder, name) ?? throw V4Refusal.Invalid(name, "leaves the directory it is uploaded to, or has more than 64 levels");
            outcomes.Add(new(name, await server.Files.SaveAsync(path, part.Content, overwrite, http.RequestAborted).ConfigureAwait(false) switch
            {
                SaveResult.Saved => null,
                _ => $"{name} already exists.",
            }));
        }

        return outcomes.Count == 0 ? throw V4Refusal.Invalid("files", "must not be empty") : V4FileOutcome.Respond(outcomes, Results.Ok());
    }

    // A single file is sent as it is, according to the document.
    private static async Task<IResult> DownloadZipAsync(IReadOnlyList<StoredItem> items, string zipName, ServerState server) =>
        items is [{ IsFolder: false } file]
            ? FileResponse.From(server.Files, file, isAttachment: true)
            : await FileResponse.ZipAsync(server.Files, items, zipName, server.Time.GetUtcNow()).ConfigureAwait(false);

    private static IResult CreateFolder(string connection, string path, string name, ServerState server)
    {
        string folder = StoragePath.From(PathOf(connection, path, server), name)
            ?? throw V4Refusal.Invalid("directoryName", "leaves the directory it is made in, or has more than 64 levels");
        return server.Files.CreateFolder(folder)
            ? JsonResponse.From(V4FileInfo.From(server.Files.Find(folder)!), StatusCodes.Status201Created)
            : throw new RefusedException(StatusCodes.Status409Conflict, $"{name} already exists.");
    }

    private static IResult DeleteAll(string connection, JsonElement body, ServerState server)
    {
        string folder = PathOf(connection, Text(body, "path"), server);
        V4FileOutcome[] outcomes =
        [
            .. Names(body).Select(name => new V4FileOutcome(
                name, StoragePath.From(folder, name) is { } path && server.Files.Delete(path) ? null : $"{name} does not exist.")),
        ];
        return V4FileOutcome.Respond(outcomes, Results.NoContent());
    }

    private static StoredItem[] FindItems(string connection, JsonElement body, ServerState server)
    {
        string path = Text(body, "path");
        return [.. Names(body).Select(name => Find(connection, $"{path}/{name}", server, depth: int.MaxValue))];
    }

    private static IEnumerable<string> Names(JsonElement body) =>
        RequestJson.Items(body, "items") is { Length: > 0 } items
            ? items.Select(item => RequestJson.Text(item, "items"))
            : throw V4Refusal.Invalid("items", "must not be empty");

    private static string Text(JsonElement body, string key) => RequestJson.OptionalText(body, key) ?? throw V4Refusal.Invalid(key, "must not be null");

    private static StoredItem FindFile(string connection, string? path, ServerState server) =>
        Find(connection, path, server) is { IsFolder: false } file ? file : throw V4Refusal.Invalid("path", "is a directory");

    private static StoredItem Find(string connection, string? path, ServerState server, int depth = 0) =>
        server.Files.Find(PathOf(connection, path, server), depth) ?? throw V4Refusal.NotFound($"{path} does not exist.");

    private static string PathOf(string connection, string? path, ServerState server) =>
        StoragePath.From(FindConnection(connection, server).Name, path ?? throw V4Refusal.Invalid("path", "is required"))
            ?? throw V4Refusal.Invalid("path", "leaves the resource connection, or has more than 64 levels");

    private static ResourceConnection FindConnection(string name, ServerState server) =>
        ResourceConnection.Find(name) ?? throw V4Refusal.MissingConnection(server.User);

    private static object Describe(ResourceConnection connection, ServerState server) => new
    {
        connection.Name,
        Owner = server.User,
        OwnerID = V4User.Id,
        Shareable = true,
        connection.DisplayName,
        Description = "",
        Migratable = true,
        Type,
        Properties = new Dictionary<string, string>(),
        Updatable = false,
    };
}
