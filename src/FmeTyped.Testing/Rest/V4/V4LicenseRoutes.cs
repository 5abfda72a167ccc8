using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace FmeTyped.Testing;

/// <summary>The license, which never expires. Shape: the OpenAPI document.</summary>
internal static class V4LicenseRoutes
{
    public static void Map(RouteGroupBuilder authorized, ServerState server) => authorized.MapGet("/license/status", () => JsonResponse.From(new
    {
        Licensed = true,
        Expired = false,
        MaximumEngines = server.Jobs.Engines.Count,
    })).OfKind(FmeRequestKind.Server);
}
