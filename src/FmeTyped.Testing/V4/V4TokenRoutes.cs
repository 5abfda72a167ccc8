using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FmeTyped.Testing;

/// <summary>New tokens for a user's name and password. Shapes: the OpenAPI document, and the fmeflow-cli fixture of a new token.</summary>
internal static class V4TokenRoutes
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
        DateTimeOffset expires = now + (JsonBody.Limit(body, "secondsToExpiry") ?? DefaultLifetime);
        return JsonAnswer.Of(
            new
            {
                Id = Guid.NewGuid(),
                Name = name,
                Description = JsonBody.OptionalText(body, "description") ?? "",
                OwnerID = V4User.Id,
                Owner = AccessTokens.UserName,
                Type = "USER",
                CustomPermissions = false,
                Enabled = true,
                Created = JsonAnswer.Time(now),
                Updated = JsonAnswer.Time(now),
                SecondsToExpiry = (long)(expires - now).TotalSeconds,
                Expiration = JsonAnswer.Time(expires),
                Token = server.Tokens.Create(expires),
            },
            StatusCodes.Status201Created);
    }
}
