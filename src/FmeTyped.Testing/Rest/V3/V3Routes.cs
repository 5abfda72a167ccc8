using Microsoft.AspNetCore.Routing;

namespace FmeTyped.Testing;

/// <summary>
/// REST v3, <c>/fmerest/v3</c>. Paths and responses are those of the vendor's CLI (fmeflow-cli) and its fixtures, and of the article
/// "Submitting a Job through the FME Server REST API".
/// </summary>
internal static class V3Routes
{
    public static void Map(IEndpointRouteBuilder routes, ServerState server)
    {
        if (!server.Build.HasV3)
        {
            return;
        }

        var api = ApiRoutes.Under(routes, "/fmerest/v3", server, V3Groups.All);
        V3ServerRoutes.Map(api.Open, api.Authenticated, api.Authorized, server);
        V3TokenRoutes.Map(api.Open, api.Authenticated, server);
        V3RepositoryRoutes.Map(api.Authenticated, api.Authorized, server);
        V3PublishingRoutes.Map(api.Authorized, server);
        V3TransformationRoutes.Map(api.Authorized, server);
        V3JobRoutes.Map(api.Authorized, server);
        V3EngineRoutes.Map(api.Authorized, server);
        V3AutomationRoutes.Map(api.Open, server);
        V3TopicRoutes.Map(api.Authorized, server);
        V3AccountRoutes.Map(api.Authenticated, server);
        V3ResourceRoutes.Map(api.Authenticated, api.Authorized, server);
    }
}
