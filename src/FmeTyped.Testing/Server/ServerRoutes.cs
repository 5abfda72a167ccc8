using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FmeTyped.Testing;

/// <summary>The routes outside both versions of the API: the version, which needs no token (A027). Shape: fmeflow-cli fixture of version.</summary>
internal static class ServerRoutes
{
    public static void Map(IEndpointRouteBuilder routes, ServerState server)
    {
        EmulatedBuild build = server.Build;
        routes.MapGet("/fmeinfo/version", () => JsonResponse.From(new
        {
            BuildNumber = build.Number,
            BuildString = build.Text,
            ReleaseYear = build.Year,
            MajorVersion = build.Release,
            MinorVersion = 0,
            HotfixVersion = 0,
        })).OfKind(FmeRequestKind.Server);
        routes.Map("/{**path}", (HttpContext http) => throw MissingRoute.NotFound(http));
    }
}
