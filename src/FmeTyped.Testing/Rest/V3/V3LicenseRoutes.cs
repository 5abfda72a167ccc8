using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace FmeTyped.Testing;

/// <summary>The license, which never expires. Shape: fmeflow-cli, its command license.</summary>
internal static class V3LicenseRoutes
{
    public static void Map(RouteGroupBuilder authorized, ServerState server) =>
        authorized.MapGet("/licensing/license/status", () => JsonResponse.From(new
        {
            IsLicensed = true,
            IsLicenseExpired = false,
            MaximumEngines = server.Jobs.Engines.Count,
        })).OfKind(FmeRequestKind.Server);
}
