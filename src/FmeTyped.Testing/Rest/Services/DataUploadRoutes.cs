using System.IO.Compression;
using FmeTyped.Schema.Facts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Primitives;

namespace FmeTyped.Testing;

/// <summary>
/// The data upload service: files for a workspace, kept together by a session or a namespace. Source: the reference manual's page on the service; what
/// it leaves open is A047.
/// </summary>
internal static class DataUploadRoutes
{
    public const string Path = "/" + ServiceNames.DataUpload;

    public static void Map(RouteGroupBuilder authorized, ServerState server)
    {
        const string route = "/{repository}/{workspace}";
        authorized.MapPut($"{route}/{{**file}}", (string repository, string workspace, string file, HttpContext http) =>
            PutAsync(FolderOf(repository, workspace, server), file, http, server)).OfKind(FmeRequestKind.Upload).TakesFiles();
        authorized.MapPost(route, (string repository, string workspace, HttpContext http) =>
            PostAsync(FolderOf(repository, workspace, server), http, server)).OfKind(FmeRequestKind.Upload).TakesFiles();
        authorized.MapGet(route, (string repository, string workspace, HttpContext http) =>
            Respond(new UploadSession(FolderOf(repository, workspace, server), FormValues.From(http)), http, server)).OfKind(FmeRequestKind.Resources);
    }

    private static async Task<IResult> PutAsync(string folder, string file, HttpContext http, ServerState server)
    {
        var session = new UploadSession(folder, FormValues.From(http));
        await SaveAsync(session, file, http.Request.Body, http, server).ConfigureAwait(false);
        return Respond(session, http, server);
    }

    private static async Task<IResult> PostAsync(string folder, HttpContext http, ServerState server)
    {
        if (!UploadPart.IsMultipart(http.Request))
        {
            // A form without files creates a session, as SAFEJS does it.
            return Respond(new UploadSession(folder, FormValues.From(http)), http, server);
        }

        List<KeyValuePair<string, StringValues>> options = FormValues.From(http);
        UploadSession? session = null;
        await foreach (UploadPart part in UploadPart.ReadAsync(http.Request, http.RequestAborted).ConfigureAwait(false))
        {
            if (part.FileName is { Length: > 0 } name)
            {
                session ??= new UploadSession(folder, options);
                await SaveAsync(session, name, part.Content, http, server).ConfigureAwait(false);
            }
            else if (part.FieldName is { } field)
            {
                options.Add(KeyValuePair.Create(field, new StringValues(await part.ReadTextAsync(http.RequestAborted).ConfigureAwait(false))));
            }
        }

        return Respond(session ?? new UploadSession(folder, options), http, server);
    }

    private static async Task SaveAsync(UploadSession session, string name, Stream content, HttpContext http, ServerState server)
    {
        string path = session.PathOf(name);
        await server.Files.SaveAsync(path, content, overwrite: true, http.RequestAborted).ConfigureAwait(false);
        if (session.ExtractsArchives && name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
        {
            try
            {
                await ExtractAsync(session, path, http, server).ConfigureAwait(false);
            }
            catch (InvalidDataException fault)
            {
                throw new UnreadableContentException(fault);
            }
            finally
            {
                server.Files.Delete(path);
            }
        }
    }

    private static async Task ExtractAsync(UploadSession session, string path, HttpContext http, ServerState server)
    {
        using Stream file = server.Files.Open(path);
        using var archive = new ZipArchive(file, ZipArchiveMode.Read);
        foreach (ZipArchiveEntry entry in archive.Entries.Where(entry => entry.Name.Length > 0))
        {
            using Stream content = entry.Open();
            await server.Files.SaveAsync(session.PathOf(entry.FullName), content, overwrite: true, http.RequestAborted).ConfigureAwait(false);
        }
    }

    private static IResult Respond(UploadSession session, HttpContext http, ServerState server)
    {
        StoredItem[] contents = [.. server.Files.Find(session.Folder, depth: 1)?.Contents ?? []];
        return ServiceResponse.From(http, session.Options, new
        {
            StatusInfo = new { Mode = "sync", Status = "success" },
            Session = session.Name,
            Files = new
            {
                Path = session.Describe(session.Folder),
                File = contents.Where(item => !item.IsFolder).Select(item => new { item.Name, Path = session.Describe(item.Path), item.Size }),
                Folder = contents.Where(item => item.IsFolder).Select(item => new { item.Name, Path = session.Describe(item.Path) }),
            },
        });
    }

    private static string FolderOf(string repository, string workspace, ServerState server) => server.Workspaces.Find(repository, workspace) is { } found
        ? $"{ResourceConnection.SystemName}/temp/upload/{found.Repository}/{found.Name}"
        : throw new RefusedException(StatusCodes.Status404NotFound, $"Workspace {repository}/{workspace} does not exist.");
}
