using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FmeTyped.Testing;

/// <summary>The routes of one version of the API, by the authorization that they require.</summary>
/// <param name="Open">No token needed.</param>
/// <param name="Authenticated">A known token or user is needed.</param>
/// <param name="Authorized">A token with permission is needed.</param>
internal sealed record ApiRoutes(RouteGroupBuilder Open, RouteGroupBuilder Authenticated, RouteGroupBuilder Authorized)
{
    /// <param name="routes">The routes of the emulator.</param>
    /// <param name="prefix">The prefix of all paths of the API.</param>
    /// <param name="server">The server's state.</param>
    /// <param name="groups">The groups that servers have below the prefix, emulated or not.</param>
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

        // A real server checks the token first, so a wrong path without a token is a 401 too: A002.
        authenticated.Map("/{**path}", (HttpContext http) => throw groups.Refuse(http, server.Build));
        return new(open, authenticated, authorized);
    }

    /// <summary>The same routes, for servers from a given build on.</summary>
    public ApiRoutes Since(int number, EmulatedBuild build) => new(
        Open.MapGroup("").Since(number, build), Authenticated.MapGroup("").Since(number, build), Authorized.MapGroup("").Since(number, build));
}
