using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FmeTyped.Testing;

/// <summary>
/// REST v3, <c>/fmerest/v3</c>. Paths and answers are those of the vendor's CLI (fmeflow-cli) and its fixtures, and of the article
/// "Submitting a Job through the FME Server REST API".
/// </summary>
internal static class V3Routes
{
    public static void Map(IEndpointRouteBuilder routes, ServerState server)
    {
        RouteGroupBuilder open = routes.MapGroup("/fmerest/v3");
        RouteGroupBuilder authenticated = open.MapGroup("").AddEndpointFilter(async (context, next) =>
        {
            Authenticate(context.HttpContext, server);
            return await next(context).ConfigureAwait(false);
        });
        RouteGroupBuilder authorized = authenticated.MapGroup("").AddEndpointFilter(async (context, next) =>
        {
            server.Tokens.Authorize(context.HttpContext.Request);
            return await next(context).ConfigureAwait(false);
        });

        V3ServerRoutes.Map(routes, open, authenticated, server);
        V3RepositoryRoutes.Map(authenticated, authorized, server);
        V3TransformationRoutes.Map(authorized, server);
        V3JobRoutes.Map(authorized, server);

        // A real server asks for the token first, so that a wrong path without one is a 401 as well: A002.
        authenticated.Map("/{**path}", (HttpContext http) => throw NoSuchRoute(http));
        routes.Map("/{**path}", (HttpContext http) => throw NoSuchRoute(http));
    }

    private static void Authenticate(HttpContext http, ServerState server)
    {
        if (AccessTokens.FindProblem(http.Request) is { } problem)
        {
            Exchange.Of(http).Note(problem);
        }

        server.Tokens.Authenticate(http.Request);
    }

    private static RefusedException NoSuchRoute(HttpContext http) =>
        new(StatusCodes.Status404NotFound, $"No such route: {http.Request.Method} {http.Request.Path}");
}
