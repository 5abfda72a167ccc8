using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Primitives;

namespace FmeTyped.Testing;

/// <summary>
/// Repositories made and deleted as fmeflow-cli does it, and workspaces published, replaced and deleted as scripts in use do it (dss-fme and two others).
/// What their requests leave open is A175.
/// </summary>
internal static class V3PublishingRoutes
{
    public static void Map(RouteGroupBuilder authorized, ServerState server)
    {
        authorized = authorized.MapGroup("/repositories").OfKind(FmeRequestKind.Workspaces);
        authorized.MapPost("", (HttpContext http) => CreateRepository(http, server));
        authorized.MapDelete("/{repository}", (string repository) => server.Workspaces.RemoveRepository(repository)
            ? Results.NoContent()
            : throw V3RepositoryRoutes.NotFound($"Repository {repository} does not exist."));
        authorized.MapPost("/{repository}/items", (string repository, HttpContext http) => PublishAsync(repository, http, server)).TakesFiles();
        authorized.MapPut("/{repository}/items/{item}", (string repository, string item, HttpContext http) => ReplaceAsync(repository, item, http, server))
            .TakesFiles();
        authorized.MapDelete("/{repository}/items/{item}", (string repository, string item) =>
        {
            PublishedWorkspace found = V3RepositoryRoutes.FindWorkspace(server, repository, item);
            server.Workspaces.Remove(found.Repository, found.Name);
            return Results.NoContent();
        });
    }

    private static IResult CreateRepository(HttpContext http, ServerState server)
    {
        Dictionary<string, StringValues> form = FormValues.From(http).ToDictionary(value => value.Key, value => value.Value);
        string name = FormValues.Text(form, "name") ?? "";
        if (!RepositoryName.IsValid(name))
        {
            throw RequestJson.Invalid($"'{name}' is no name of a repository. Send a form with name=, and description= if you like.");
        }

        return server.Workspaces.TryAddRepository(name, FormValues.Text(form, "description") ?? "")
            ? JsonResponse.From(
                V3RepositoryRoutes.DescribeRepository(V3RepositoryRoutes.FindRepository(server, name), server), StatusCodes.Status201Created)
            : throw Conflict($"A repository named {name} already exists.");
    }

    private static async Task<IResult> PublishAsync(string repository, HttpContext http, ServerState server)
    {
        V3RepositoryRoutes.FindRepository(server, repository);
        PublishedWorkspace? last = null;
        await foreach (UploadPart part in UploadPart.ReadFilesAsync(http).ConfigureAwait(false))
        {
            last = await WorkspaceUpload.ReadAsync(repository, part.FileName!, part.Content, server, http.RequestAborted).ConfigureAwait(false);
            if (!server.Workspaces.TryPublish(last, overwrite: false))
            {
                throw Conflict($"Item {last.Name} already exists in repository {repository}.");
            }
        }

        return last is null
            ? throw RequestJson.Invalid("No file was sent.")
            : JsonResponse.From(V3RepositoryRoutes.DescribeItem(last, server), StatusCodes.Status201Created);
    }

    // The name is in the path; scripts send the whole path of their file as its name.
    private static async Task<IResult> ReplaceAsync(string repository, string item, HttpContext http, ServerState server)
    {
        V3RepositoryRoutes.FindWorkspace(server, repository, item);
        UploadPart.RefuseForm(http.Request);
        PublishedWorkspace workspace =
            await WorkspaceUpload.ReadAsync(repository, item, http.Request.Body, server, http.RequestAborted).ConfigureAwait(false);
        return server.Workspaces.TryPublish(workspace, overwrite: true)
            ? JsonResponse.From(V3RepositoryRoutes.DescribeItem(workspace, server))
            : throw V3RepositoryRoutes.NotFound($"Repository {repository} does not exist.");
    }

    private static RefusedException Conflict(string message) => new(StatusCodes.Status409Conflict, message);
}
