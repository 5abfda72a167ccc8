using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Primitives;

namespace FmeTyped.Testing;

/// <summary>
/// Shared resources: connections, and the files of each below <c>filesys</c>. Requests are those of real clients (Hajk, Products.Reportek, the
/// Amsterdam BGT client) and of the vendor's API page; the formats of responses are A043.
/// </summary>
internal static class V3ResourceRoutes
{
    private const string FileSystem = "/resources/connections/{connection}/filesys/{**path}";

    public static void Map(RouteGroupBuilder authenticated, RouteGroupBuilder authorized, ServerState server)
    {
        // A token sees the connections it may use.
        authenticated.MapGet("/resources/connections", (V3ListQuery query, HttpRequest request) =>
            query.Respond(server.Tokens.IsPermitted(request) ? ResourceConnection.All : [], Describe)).OfKind(FmeRequestKind.Resources);
        authorized.MapGet("/resources/connections/{connection}", (string connection) => JsonResponse.From(Describe(FindConnection(connection))))
            .OfKind(FmeRequestKind.Resources);
        authorized.MapGet(FileSystem, (string connection, string? path, int? depth, HttpRequest request) =>
            Read(PathOf(connection, path), depth ?? 1, request, server))
            .OfKind(FmeRequestKind.Resources);
        authorized.MapPost("/resources/connections/{connection}/downloadzip/{**path}", (string connection, string? path, HttpRequest request) =>
            ZipAsync(PathOf(connection, path), request, server)).OfKind(FmeRequestKind.Resources);
        authorized.MapDelete(FileSystem, (string connection, string? path) => server.Files.Delete(PathOf(connection, path))
            ? Results.NoContent()
            : throw NotFound(path)).OfKind(FmeRequestKind.Resources);
        authorized.MapPost(FileSystem, (string connection, string? path, bool? createDirectories, bool? overwrite, HttpContext http) =>
            WriteAsync(PathOf(connection, path), createDirectories == true, overwrite == true, http, server)).OfKind(FmeRequestKind.Upload).TakesFiles();
    }

    // By default clients get a file's content, and with Accept: application/json its record. The vendor's page has
    // accept=contents in the query for the content.
    private static IResult Read(string path, int depth, HttpRequest request, ServerState server)
    {
        StoredItem found = server.Files.Find(path, depth) ?? throw NotFound(StoragePath.WithinConnection(path));
        bool wantsRecord = request.Query["accept"] != "contents"
            && request.GetTypedHeaders().Accept is { Count: > 0 } accept
            && accept.Any(type => type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase));
        return found.IsFolder || wantsRecord
            ? JsonResponse.From(V3FileInfo.From(found))
            : FileResponse.From(server.Files, found, isAttachment: true);
    }

    // As Products.Reportek requests a whole folder: zipFileName, and fileNames with a dot.
    private static Task<IResult> ZipAsync(string folder, HttpRequest request, ServerState server)
    {
        StringValues names = request.Query["fileNames"];
        StoredItem found = server.Files.Find(folder, int.MaxValue) is { IsFolder: true } known ? known : throw NotFound(StoragePath.WithinConnection(folder));
        StoredItem[] items =
            [.. names == "." ? found.Contents! : names.Select(name => found.Contents!.FirstOrDefault(item => item.Name == name) ?? throw NotFound(name))];
        return items.Length == 0
            ? throw RequestJson.Invalid("fileNames has to name what is downloaded; a dot names all.")
            : FileResponse.ZipAsync(server.Files, items, (string?)request.Query["zipFileName"] ?? "resources.zip", server.Time.GetUtcNow());
    }

    private static async Task<IResult> WriteAsync(string folder, bool createDirectories, bool overwrite, HttpContext http, ServerState server)
    {
        if (RequestBody.IsForm(http.Request))
        {
            return CreateFolder(folder, FormValues.From(http).ToDictionary(value => value.Key, value => value.Value), server);
        }

        if (!createDirectories && server.Files.Find(folder) is not { IsFolder: true })
        {
            throw NotFound(StoragePath.WithinConnection(folder));
        }

        var saved = new List<StoredItem>();
        await foreach (UploadPart part in UploadPart.ReadFilesAsync(http).ConfigureAwait(false))
        {
            string path = StoragePath.From(folder, part.FileName!) ?? throw RequestJson.Invalid($"{part.FileName} leaves the folder it is uploaded to.");
            if (await server.Files.SaveAsync(path, part.Content, overwrite, http.RequestAborted).ConfigureAwait(false) == SaveResult.Exists)
            {
                throw new RefusedException(StatusCodes.Status409Conflict, $"{StoragePath.WithinConnection(path)} already exists.");
            }

            saved.Add(server.Files.Find(path)!);
        }

        // The response to a form is 200 and a list, however many files it has; to a file as the body it is 201 and its record: A043.
        return saved.Count == 0 ? throw RequestJson.Invalid("No file was sent.")
            : UploadPart.IsMultipart(http.Request) ? JsonResponse.From(saved.Select(V3FileInfo.From))
            : JsonResponse.From(V3FileInfo.From(saved[0]), StatusCodes.Status201Created);
    }

    // As the Amsterdam BGT client does it: a form with type=DIR and the folder's name.
    private static IResult CreateFolder(string folder, Dictionary<string, StringValues> form, ServerState server)
    {
        string? name = FormValues.Text(form, "directoryname");
        if (FormValues.Text(form, "type") != "DIR" || string.IsNullOrEmpty(name) || StoragePath.From(folder, name) is not { } path)
        {
            throw RequestJson.Invalid("A folder is made with type=DIR and directoryname.");
        }

        return server.Files.CreateFolder(path)
            ? JsonResponse.From(V3FileInfo.From(server.Files.Find(path)!), StatusCodes.Status201Created)
            : throw new RefusedException(StatusCodes.Status409Conflict, $"{StoragePath.WithinConnection(path)} already exists.");
    }

    private static object Describe(ResourceConnection connection) => new { connection.Name, connection.DisplayName, Type = "FILE", Description = "" };

    private static string PathOf(string connection, string? path) =>
        StoragePath.From(FindConnection(connection).Name, path ?? "") ?? throw RequestJson.Invalid($"{path} leaves the resource.");

    private static ResourceConnection FindConnection(string name) =>
        ResourceConnection.Find(name) ?? throw new RefusedException(StatusCodes.Status404NotFound, $"Resource {name} does not exist.");

    private static RefusedException NotFound(string? path) => new(StatusCodes.Status404NotFound, $"{path} does not exist.");
}
