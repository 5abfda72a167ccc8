using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FmeTyped.Testing;

/// <summary>
/// REST v4, <c>/fmeapiv4</c>. Paths and responses are those of the vendor's OpenAPI document of 2025-04 and of the vendor's CLI
/// (fmeflow-cli) with its fixtures; where the two differ, a comment in the code says which one applies. Which build has what is A030.
/// </summary>
internal static class V4Routes
{
    public static void Map(IEndpointRouteBuilder routes, ServerState server)
    {
        if (!server.Build.HasV4)
        {
            return;
        }

        RouteGroupBuilder root = routes.MapGroup("/fmeapiv4").AddEndpointFilter((context, next) =>
            server.Build.RefusesTrailingSlash && context.HttpContext.Request.Path.Value!.EndsWith('/')
                ? throw MissingRoute.NotFound(context.HttpContext)
                : next(context));
        var api = ApiRoutes.Under(root, "", server, V4Groups.All);
        V4RepositoryRoutes.Map(api.Authenticated, api.Authorized, server);
        V4WorkspaceRoutes.Map(api.Authenticated, api.Authorized, server);
        V4PublishingRoutes.Map(api.Authorized, server);
        V4JobRoutes.Map(api.Authorized, server);
        V4ServerRoutes.MapHealth(api.Since(EmulatedBuild.FirstWithV4Health, server.Build).Open);
        V4ServerRoutes.MapLicense(api.Since(V4Groups.FirstWithLicense, server.Build).Authorized, server);

        ApiRoutes document = api.Since(EmulatedBuild.FirstWithV4Document, server.Build);
        V4TokenRoutes.Map(document.Open, document.Authenticated, server);
        V4SubmissionRoutes.Map(document.Authorized, server);
        V4QueueRoutes.Map(document.Authorized, server);
        V4EngineRoutes.Map(document.Authorized, server);
        V4AutomationRoutes.Map(document.Open, document.Authorized, server);
        V4TopicRoutes.Map(document.Authorized, server);
        V4AccountRoutes.Map(document.Authenticated, server);
        V4ResourceRoutes.Map(document.Authenticated, document.Authorized, server);
    }
}
