using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FmeTyped.Testing;

/// <summary>Repositories. Shapes: fmeflow-cli fixtures of repositories.</summary>
internal static class V4RepositoryRoutes
{
    public static void Map(RouteGroupBuilder authenticated, RouteGroupBuilder authorized, ServerState server)
    {
        // A token sees the repositories it may use.
        authenticated.MapGet("/repositories", (V4ListQuery query, HttpRequest request) =>
        {
            bool isListed = query.Text("ownerID") is null or V4User.Id;
            Func<IReadOnlyList<string>, bool> finds = query.Filter("name", "description", "owner");
            return query.Respond(
                [
                    .. server.Workspaces.Repositories.Where(found =>
                        isListed && server.Tokens.IsPermitted(request) && finds([found.Name, found.Description, server.User])),
                ],
                found => Describe(server, found));
        }).OfKind(FmeRequestKind.Workspaces);
        authorized.MapGet("/repositories/{repository}/items", (string repository, V4ListQuery query) =>
            V4WorkspaceRoutes.ListItems(repository, query, server)).OfKind(FmeRequestKind.Workspaces);
        authorized.MapGet("/repositories/{repository}", (string repository) =>
            JsonResponse.From(Describe(server, V4WorkspaceRoutes.FindRepository(server, repository)))).OfKind(FmeRequestKind.Workspaces);
    }

    private static object Describe(ServerState server, PublishedRepository repository) => new
    {
        repository.Name,
        repository.Description,
        OwnerID = V4User.Id,
        Owner = server.User,
        Sharable = true,
        TotalFileSize = repository.Workspaces.Values.Sum(workspace => workspace.File?.Length ?? 0),
        FileCount = repository.Workspaces.Values.Count(workspace => workspace.File is not null),
        WorkspaceCount = repository.Workspaces.Count,
        CustomTransformerCount = 0,
        CustomFormatCount = 0,
        TemplateCount = 0,
    };
}
