using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FmeTyped.Testing;

/// <summary>The routes of one version of the API, by what they ask of a caller.</summary>
/// <param name="Open">Anybody may call.</param>
/// <param name="Authenticated">The token or the user has to be known.</param>
/// <param name="Authorized">The token has to have permission.</param>
internal sealed record ApiRoutes(RouteGroupBuilder Open, RouteGroupBuilder Authenticated, RouteGroupBuilder Authorized)
{
    /// <param name="routes">The routes of the emulator.</param>
    /// <param name="prefix">What all paths of the API begin with.</param>
    /// <param name="server">What there is.</param>
    /// <param name="groups">What servers have below the prefix, emulated or not.</param>
    public static ApiRoutes Under(IEndpointRouteBuilder routes, string prefix, ServerState server, ApiGroups groups)
    {
        RouteGroupBuilder open = routes.MapGroup(prefix);
        RouteGroupBuilder authenticated = open.MapGroup("").AddEndpointFilter(async (context, next) =>
        {
            server.Tokens.Authenticate(context.HttpContext.Request);
            return await next(context).ConfigureAwait(false);
        });
        RouteGroupBuilder authorized = authenticated.MapGroup("").AddEndpointFilter(async (context, next) =>
        {
            server.Tokens.Authorize(context.HttpContext.Request);
            return await next(context).ConfigureAwait(false);
        });

        // A real server asks for the token first, so that a wrong path without one is a 401 as well: A002.
        authenticated.Map("/{**path}", (HttpContext http) => throw groups.Refuse(http, server.Build));
        return new(open, authenticated, authorized);
    }

    /// <summary>The same routes, for what a server has from a build on.</summary>
    public ApiRoutes Since(int number, EmulatedBuild build) => new(
        Open.MapGroup("").Since(number, build), Authenticated.MapGroup("").Since(number, build), Authorized.MapGroup("").Since(number, build));
}
