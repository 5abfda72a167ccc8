using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FmeTyped.Testing;

/// <summary>New tokens for a user's name and password. Shapes: fmeflow-cli's request and fixture of a new token.</summary>
internal static class V3TokenRoutes
{
    // What a server does without a word on the time is not known: A036.
    private static readonly TimeSpan DefaultLifetime = TimeSpan.FromDays(1);

    public static void Map(RouteGroupBuilder open, ServerState server) => open.MapPost("/tokens", (HttpContext http) =>
    {
        server.Tokens.AuthenticateUser(http.Request);
        return JsonBody.Read(Exchange.Of(http).Body, body => Create(body, server));
    }).Answers(FmeRequestKind.Token);

    private static IResult Create(JsonElement body, ServerState server)
    {
        string name = JsonBody.Text(JsonBody.Member(body, "name", "The body"), "name");
        DateTimeOffset now = server.Time.GetUtcNow();
        DateTimeOffset expires = now + (JsonBody.Limit(body, "expirationTimeout") ?? DefaultLifetime);
        return JsonAnswer.Of(
            new
            {
                LastSaveDate = JsonAnswer.Time(now),
                CreatedDate = JsonAnswer.Time(now),
                Restricted = false,
                Name = name,
                Description = JsonBody.OptionalText(body, "description") ?? "",
                Type = "USER",
                User = AccessTokens.UserName,
                Enabled = true,
                ExpirationDate = JsonAnswer.Time(expires),
                Token = server.Tokens.Create(expires),
            },
            StatusCodes.Status201Created);
    }
}
