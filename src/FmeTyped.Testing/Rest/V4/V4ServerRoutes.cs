using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace FmeTyped.Testing;

/// <summary>Health, which needs no token. Shape: the OpenAPI document, and the fmeflow-cli fixture of healthcheck.</summary>
internal static class V4ServerRoutes
{
    private static readonly string[] Components = ["cleanup", "configuration", "connections", "core", "notifier", "relayer", "resources", "scheduler", "queue"];

    public static void Map(RouteGroupBuilder open)
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
}
