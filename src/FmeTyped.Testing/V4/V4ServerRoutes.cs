using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace FmeTyped.Testing;

/// <summary>Health, which needs no token. Shape: the OpenAPI document, and the fmeflow-cli fixture of healthcheck.</summary>
internal static class V4ServerRoutes
{
    public static void Map(RouteGroupBuilder open)
    {
        foreach (string check in (string[])["liveness", "readiness"])
        {
            open.MapGet($"/healthcheck/{check}", () => JsonAnswer.Of(new { Status = "ok", Message = "FME Server is healthy." })).Answers(FmeRequestKind.Server);
        }
    }
}
