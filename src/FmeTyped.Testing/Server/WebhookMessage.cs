using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace FmeTyped.Testing;

/// <summary>
/// A message to the webhook of an automation. Its address is enough, as the programs that are known send no token; one that is sent has to be valid. Every
/// pair of UUIDs is a webhook, because the emulator has no automations. The message is among the recorded requests. All this is A176.
/// </summary>
internal static class WebhookMessage
{
    /// <summary>The methods that the vendor's page on the trigger has.</summary>
    public static readonly IReadOnlyList<string> Methods = [HttpMethods.Post, HttpMethods.Put, HttpMethods.Delete];

    /// <exception cref="RefusedException">An id is none (400), or the token is not valid (401).</exception>
    public static IResult Accept(string automation, string trigger, HttpContext http, ServerState server)
    {
        PathValue.Uuid(automation);
        PathValue.Uuid(trigger);
        if (RequestCredentials.From(http.Request) is not { Token: null, User: null, Problem: null })
        {
            server.Tokens.Authenticate(http.Request);
        }

        RequestTrace trace = RequestTrace.From(http);
        if (http.Request.HasJsonContentType() && !IsJson(trace.Body))
        {
            trace.Note("The message is not JSON, though it is said to be.");
        }

        return Results.Accepted();
    }

    private static bool IsJson(string body)
    {
        try
        {
            JsonDocument.Parse(body).Dispose();
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
