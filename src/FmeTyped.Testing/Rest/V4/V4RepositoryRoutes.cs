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
                [.. server.Workspaces.Repositories.Where(name => isListed && server.Tokens.IsPermitted(request) && finds([name, "", server.User]))],
                name => Describe(server, name));
        }).OfKind(FmeRequestKind.Workspaces);
        authorized.MapGet("/repositories/{repository}/items", (string repository, V4ListQuery query) =>
            V4WorkspaceRoutes.ListItems(repository, query, server)).OfKind(FmeRequestKind.Workspaces);
        authorized.MapGet("/repositories/{repository}", (string repository) => JsonResponse.From(Describe(server, repository)))
            .OfKind(FmeRequestKind.Workspaces);
    }

    private static object Describe(ServerState server, string name) => new
    {
        Name = name,
        Description = "",
        OwnerID = V4User.Id,
        Owner = server.User,
        Sharable = true,
        TotalFileSize = 0,
        FileCount = 0,
        WorkspaceCount = (server.Workspaces.FindRepository(name) ?? throw V4Refusal.MissingRepository(server.User)).Count,
        CustomTransformerCount = 0,
        CustomFormatCount = 0,
        TemplateCount = 0,
    };
}
