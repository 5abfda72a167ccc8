using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FmeTyped.Testing;

/// <summary>
/// Messages to automations: to webhooks, at the address of a program in use that moved from v3, and to the manual trigger of the OpenAPI document.
/// </summary>
internal static class V4AutomationRoutes
{
    public static void Map(RouteGroupBuilder open, RouteGroupBuilder authorized, ServerState server)
    {
        open.MapMethods(
            "/automations/{automation}/{trigger}/message",
            WebhookMessage.Methods,
            (string automation, string trigger, HttpContext http) => WebhookMessage.Accept(automation, trigger, http, server)).OfKind(FmeRequestKind.Webhook);
        authorized.MapPost("/automations/{id}/trigger", (string id) =>
        {
            PathValue.Uuid(id);
            return Results.Accepted();
        }).OfKind(FmeRequestKind.Webhook);
    }
}
