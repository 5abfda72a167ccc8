using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace FmeTyped.Testing;

/// <summary>Health, which needs no token, and the license. Shapes: the OpenAPI document, and the fmeflow-cli fixtures of healthcheck and license.</summary>
internal static class V4ServerRoutes
{
    private static readonly string[] Components = ["cleanup", "configuration", "connections", "core", "notifier", "relayer", "resources", "scheduler", "queue"];

    public static void MapHealth(RouteGroupBuilder open)
    {
        foreach (string check in (string[])["liveness", "readiness"])
        {
            open.MapGet($"/healthcheck/{check}", (bool? includeDetails) => JsonResponse.From(new
            {
                Status = "ok",
                Message = "FME Server is healthy.",
                Components = includeDetails == true ? Components.Select(component => new { Component = component, Status = "up" }) : null,
            })).OfKind(FmeRequestKind.Server);
        }
    }

    public static void MapLicense(RouteGroupBuilder authorized, ServerState server) =>
        authorized.MapGet("/license/status", () => JsonResponse.From(new
        {
            Expiration = "20991231",
            MaximumEngines = server.Jobs.Engines.Count,
            Expired = false,
            Licensed = true,
        })).OfKind(FmeRequestKind.Server);
}
