using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FmeTyped.Testing;

/// <summary>
/// Tokens: creates one for a user name and password, and lists the others without their values. Shapes: the OpenAPI document, and
/// the fmeflow-cli fixture of a new token.
/// </summary>
internal static class V4TokenRoutes
{
    public static void Map(RouteGroupBuilder open, RouteGroupBuilder authenticated, ServerState server)
    {
        open.MapPost("/tokens", (HttpContext http) =>
        {
            server.Tokens.AuthenticateUser(http.Request);
            return RequestJson.Read(RequestTrace.From(http).Body, body => Create(body, server));
        }).OfKind(FmeRequestKind.Token);
        authenticated.MapGet("/tokens", (V4ListQuery query) =>
        {
            DateTimeOffset now = server.Time.GetUtcNow();

            // The emulator has tokens of the API and of its one user.
            bool isListed = (query.Text("ownerID") is null or V4User.Id) & (query.Word("type", "api", "session") is null or "api");
            string? expired = query.Word("expired", "true", "false");
            bool isDescending = query.Word("sort", "name", "name_asc", "name_desc") == "name_desc";
            Func<IReadOnlyList<string>, bool> finds = query.Filter("name", "description");
            IEnumerable<AccessToken> found = server.Tokens.List().Where(token =>
                isListed && finds([token.Name, token.Description]) && (expired is null || expired == "true" == token.IsExpired(now)));
            return query.Respond([.. isDescending ? found.Reverse() : found], token => Describe(token, text: null, server));
        }).OfKind(FmeRequestKind.Token);
        authenticated.MapGet("/tokens/{id}", (string id) => JsonResponse.From(Describe(Find(server, id), text: null, server))).OfKind(FmeRequestKind.Token);
        authenticated.MapDelete("/tokens/{id}", (string id) => server.Tokens.Revoke(Find(server, id).Text) ? Results.NoContent() : throw Missing(id))
            .OfKind(FmeRequestKind.Token);
    }

    private static AccessToken Find(ServerState server, string id)
    {
        Guid wanted = PathValue.Uuid(id);
        return server.Tokens.List().FirstOrDefault(token => token.Id == wanted) ?? throw Missing(id);
    }

    private static RefusedException Missing(string id) => V4Refusal.NotFound($"The token for ID \"{id}\" does not exist.");

    private static IResult Create(JsonElement body, ServerState server)
    {
        string name = RequestJson.Text(RequestJson.Member(body, "name", "The body"), "name");
        AccessToken created = server.Tokens.Create(
            name,
            RequestJson.OptionalText(body, "description") ?? "",
            server.Time.GetUtcNow() + (RequestJson.Limit(body, "secondsToExpiry") ?? AccessTokens.DefaultLifetime));
        return JsonResponse.From(Describe(created, created.Text, server), StatusCodes.Status201Created);
    }

    private static object Describe(AccessToken token, string? text, ServerState server) => new
    {
        token.Id,
        token.Name,
        token.Description,
        OwnerID = V4User.Id,
        Owner = server.User,
        Type = "USER",
        CustomPermissions = false,
        Enabled = true,
        Created = JsonResponse.Time(token.Created),
        Updated = JsonResponse.Time(token.Created),

        // A token that never expires has no time: A041.
        SecondsToExpiry = token.Expires is { } end ? (long?)Math.Max(0, (end - server.Time.GetUtcNow()).TotalSeconds) : null,
        Expiration = token.Expires is { } expires ? JsonResponse.Time(expires) : null,
        Token = text,
    };
}
