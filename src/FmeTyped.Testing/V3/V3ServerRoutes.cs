using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace FmeTyped.Testing;

/// <summary>Health and version. Shapes: fmeflow-cli fixtures of healthcheck and info.</summary>
internal static class V3ServerRoutes
{
    public static void Map(RouteGroupBuilder open, RouteGroupBuilder authenticated, ServerState server)
    {
        open.MapGet("/healthcheck", () => V3Json.Answer(new { Status = "ok" }));
        authenticated.MapGet("/info", () => V3Json.Answer(new
        {
            CurrentTime = server.Time.GetUtcNow().ToString("ddd-dd-MMM-yyyy hh:mm:ss tt", CultureInfo.InvariantCulture),
            LicenseManagement = true,
            Build = "FME Server 2023.0 - Build 23166 - linux-x64",
            TimeZone = "+0000",
            Version = "FME Server",
        }));
    }
}
