using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace FmeTyped.Testing;

/// <summary>Health and version. Shapes: fmeflow-cli fixtures of healthcheck and info, the latter of both versions.</summary>
internal static class V3ServerRoutes
{
    private const int BuildNumber = 23166;

    private static readonly string Build = $"FME Server 2023.0 - Build {BuildNumber} - linux-x64";

    public static void Map(IEndpointRouteBuilder root, RouteGroupBuilder open, RouteGroupBuilder authenticated, ServerState server)
    {
        // Without a token: A027.
        root.MapGet("/fmeinfo/version", () => V3Json.Answer(new
        {
            BuildNumber,
            BuildString = Build,
            ReleaseYear = 2023,
            MajorVersion = 0,
            MinorVersion = 0,
            HotfixVersion = 0,
        }));
        open.MapGet("/healthcheck", () => V3Json.Answer(new { Status = "ok" }));
        authenticated.MapGet("/info", () => V3Json.Answer(new
        {
            CurrentTime = server.Time.GetUtcNow().ToString("ddd-dd-MMM-yyyy hh:mm:ss tt", CultureInfo.InvariantCulture),
            LicenseManagement = true,
            Build,
            TimeZone = "+0000",
            Version = "FME Server",
        }));
    }
}
