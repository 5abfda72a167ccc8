using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FmeTyped.Testing;

/// <summary>
/// Repositories made and deleted, and workspaces published, downloaded and deleted, as workspaces and as items of a repository: the OpenAPI document, and
/// fmeflow-cli's tests for what a repository that exists is answered with. What they leave open is A175.
/// </summary>
internal static class V4PublishingRoutes
{
    public static void Map(RouteGroupBuilder authorized, ServerState server)
    {
        authorized = authorized.MapGroup("").OfKind(FmeRequestKind.Workspaces);
        authorized.MapPost("/repositories", (HttpContext http) =>
            RequestJson.Read(RequestTrace.From(http).Body, body => CreateRepository(body, server)));
        authorized.MapDelete("/repositories/{repository}", (string repository) => server.Workspaces.RemoveRepository(repository)
            ? Results.NoContent()
            : throw V4Refusal.MissingRepository(server.User));

        // The same files under two addresses.
        foreach (string items in (string[])["/workspaces/{repository}", "/repositories/{repository}/items"])
        {
            authorized.MapPost($"{items}/upload", (string repository, bool? overwrite, HttpContext http) =>
                PublishAsync(repository, overwrite == true, http, server)).TakesFiles();
        }

        authorized.MapDelete("/workspaces/{repository}/{workspace}", (string repository, string workspace) => Delete(repository, workspace, server));
        authorized.MapDelete("/repositories/{repository}/items/{item}", (string repository, string item) => Delete(repository, item, server));
        authorized.MapGet("/repositories/{repository}/items/{item}/download", (string repository, string item) =>
            FileResponse.From(V4WorkspaceRoutes.FindFile(server, V4WorkspaceRoutes.Find(server, repository, item)), item));
    }

    private static IResult Delete(string repository, string workspace, ServerState server)
    {
        V4WorkspaceRoutes.Find(server, repository, workspace);
        server.Workspaces.Remove(repository, workspace);
        return Results.NoContent();
    }

    // The message is that of the fixture, whose two names are one here.
    private static IResult CreateRepository(JsonElement body, ServerState server)
    {
        string name = RequestJson.OptionalText(body, "name") ?? "";
        if (!RepositoryName.IsValid(name))
        {
            throw V4Refusal.Invalid("name", name.Length == 0 ? "must not be blank" : "is not a valid name");
        }

        return server.Workspaces.TryAddRepository(name, RequestJson.OptionalText(body, "description") ?? "")
            ? Results.Created()
            : throw new RefusedException(
                StatusCodes.Status409Conflict, $"{name} is not a valid name. A repository named {name} already exists.");
    }

    private static async Task<IResult> PublishAsync(string repository, bool overwrite, HttpContext http, ServerState server)
    {
        V4WorkspaceRoutes.FindRepository(server, repository);
        var outcomes = new List<V4FileOutcome>();
        await foreach (UploadPart part in UploadPart.ReadAsync(http.Request, http.RequestAborted).ConfigureAwait(false))
        {
            if (part.FileName is { } name)
            {
                outcomes.Add(new(name, await PublishAsync(repository, name, part.Content, overwrite, http, server).ConfigureAwait(false)));
            }
            else
            {
                RequestTrace.From(http).Note($"The part '{part.FieldName}' names no file and is ignored.");
            }
        }

        return outcomes.Count == 0 ? throw V4Refusal.Invalid("files", "must not be empty") : V4FileOutcome.Respond(outcomes, Results.Ok());
    }

    /// <returns>Why it was not published; null if it was.</returns>
    private static async Task<string?> PublishAsync(
        string repository, string name, Stream content, bool overwrite, HttpContext http, ServerState server)
    {
        try
        {
            PublishedWorkspace workspace =
                await WorkspaceUpload.ReadAsync(repository, name, content, server, http.RequestAborted).ConfigureAwait(false);
            return server.Workspaces.TryPublish(workspace, overwrite) ? null : $"{name} already exists.";
        }
        catch (RefusedException refused) when (refused.StatusCode is StatusCodes.Status422UnprocessableEntity or StatusCodes.Status501NotImplemented)
        {
            ErrorResponses.Note(RequestTrace.From(http), refused);
            return refused.Message;
        }
    }
}
