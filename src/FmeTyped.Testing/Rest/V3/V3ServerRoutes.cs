using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace FmeTyped.Testing;

/// <summary>
/// Health, version and license. Shapes: fmeflow-cli fixtures of healthcheck, info and license. The simple check is what the vendor's chart for Kubernetes
/// asks for: A173.
/// </summary>
internal static class V3ServerRoutes
{
    public static void Map(RouteGroupBuilder open, RouteGroupBuilder authenticated, RouteGroupBuilder authorized, ServerState server)
    {
        foreach (string check in (string[])["/healthcheck", "/healthcheck/simple"])
        {
            open.MapGet(check, () => JsonResponse.From(new { Status = "ok" })).OfKind(FmeRequestKind.Server);
        }

        authenticated.MapGet("/info", () => JsonResponse.From(new
        {
            CurrentTime = server.Time.GetUtcNow().ToString("ddd-dd-MMM-yyyy hh:mm:ss tt", CultureInfo.InvariantCulture),
            LicenseManagement = true,
            Build = server.Build.Text,
            TimeZone = "+0000",
            Version = "FME Server",
        })).OfKind(FmeRequestKind.Server);

        authorized.MapGet("/licensing/license/status", () => JsonResponse.From(new
        {
            ExpiryDate = "20991231",
            MaximumEngines = server.Jobs.Engines.Count,
            IsLicenseExpired = false,
            IsLicensed = true,
        })).OfKind(FmeRequestKind.Server);
    }
}
