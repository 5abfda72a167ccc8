using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FmeTyped.Testing;

/// <summary>Webhooks of automations. The address is that of six programs in use.</summary>
internal static class V3AutomationRoutes
{
    public static void Map(RouteGroupBuilder open, ServerState server) => open.MapMethods(
        "/automations/workflows/{automation}/{trigger}/message",
        WebhookMessage.Methods,
        (string automation, string trigger, HttpContext http) => WebhookMessage.Accept(automation, trigger, http, server)).OfKind(FmeRequestKind.Webhook);
}
