using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FmeTyped.Testing;

/// <summary>
/// Tokens: creates one for a user name and password, and lists the others without their values. Shapes: fmeflow-cli's request and
/// fixture of a new token; that the list is a page of the same records is A041.
/// </summary>
internal static class V3TokenRoutes
{
    public static void Map(RouteGroupBuilder open, RouteGroupBuilder authenticated, ServerState server)
    {
        open.MapPost("/tokens", (HttpContext http) =>
        {
            server.Tokens.AuthenticateUser(http.Request);
            return RequestJson.Read(RequestTrace.From(http).Body, body => Create(body, server));
        }).OfKind(FmeRequestKind.Token);
        authenticated.MapGet("/tokens", (V3ListQuery query) => query.Respond(server.Tokens.List(), token => Describe(token, text: null, server)))
            .OfKind(FmeRequestKind.Token);
    }

    private static IResult Create(JsonElement body, ServerState server)
    {
        string name = RequestJson.Text(RequestJson.Member(body, "name", "The body"), "name");
        AccessToken created = server.Tokens.Create(
            name,
            RequestJson.OptionalText(body, "description") ?? "",
            server.Time.GetUtcNow() + (RequestJson.Limit(body, "expirationTimeout") ?? AccessTokens.DefaultLifetime));
        return JsonResponse.From(Describe(created, created.Text, server), StatusCodes.Status201Created);
    }

    private static object Describe(AccessToken token, string? text, ServerState server) => new
    {
        LastSaveDate = JsonResponse.Time(token.Created),
        CreatedDate = JsonResponse.Time(token.Created),
        Restricted = false,
        token.Name,
        token.Description,
        Type = "USER",
        User = server.User,
        Enabled = true,

        // A token that never expires has no time: A041.
        ExpirationDate = token.Expires is { } expires ? JsonResponse.Time(expires) : null,
        Token = text,
    };
}
