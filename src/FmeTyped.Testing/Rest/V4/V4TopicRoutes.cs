using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FmeTyped.Testing;

/// <summary>Topics, and messages to them: the OpenAPI document. What it leaves open is A177.</summary>
internal static class V4TopicRoutes
{
    private const string One = "/{name}";

    public static void Map(RouteGroupBuilder authorized, ServerState server)
    {
        RouteGroupBuilder topics = authorized.MapGroup("/topics").OfKind(FmeRequestKind.Topic);
        topics.MapGet("", (V4ListQuery query) =>
        {
            bool isListed = query.Text("ownerID") is null or V4User.Id;
            Func<IReadOnlyList<string>, bool> finds = query.Filter("name", "owner");
            return query.Respond([.. server.Topics.Names.Where(name => isListed && finds([name, server.User]))], name => Describe(name, server));
        });
        topics.MapPost("", (HttpContext http) => RequestJson.Read(RequestTrace.From(http).Body, body => Create(body, server)));
        topics.MapGet(One, (string name) => JsonResponse.From(Describe(Find(name, server), server)));
        topics.MapPut(One, (string name, HttpContext http) => RequestJson.Read(RequestTrace.From(http).Body, body =>
            server.Topics.Describe(Find(name, server), RequestJson.OptionalText(body, "description") ?? "")
                ? Results.NoContent()
                : throw V4Refusal.MissingTopic(server.User)));
        topics.MapDelete(One, (string name) => server.Topics.Remove(name) ? Results.NoContent() : throw V4Refusal.MissingTopic(server.User));
        topics.MapPost($"{One}/message", (string name, HttpContext http) =>
        {
            Find(name, server);
            return RequestJson.Read(RequestTrace.From(http).Body, Publish);
        });
        topics.MapPost($"{One}/message/subscribercontent", (string name) =>
        {
            Find(name, server);
            return Results.NoContent();
        });
    }

    private static IResult Create(JsonElement body, ServerState server)
    {
        string? name = RequestJson.OptionalText(body, "name");
        if (string.IsNullOrWhiteSpace(name))
        {
            throw V4Refusal.Invalid("name", "must not be blank");
        }

        return server.Topics.TryAdd(name, RequestJson.OptionalText(body, "description") ?? "")
            ? Results.Created()
            : throw new RefusedException(StatusCodes.Status409Conflict, $"{name} is not a valid name. A topic named {name} already exists.");
    }

    // "Nested JSON objects and arrays are not supported": the document.
    private static IResult Publish(JsonElement message)
    {
        Dictionary<string, string> nested = message.EnumerateObject()
            .Where(member => member.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
            .DistinctBy(member => member.Name)
            .ToDictionary(member => member.Name, member => $"has to be a text, a number or a flag; found {RequestJson.Describe(member.Value.ValueKind)}");
        return nested.Count == 0 ? Results.NoContent() : throw V4Refusal.Invalid(nested);
    }

    private static string Find(string name, ServerState server) => server.Topics.Find(name) is null ? throw V4Refusal.MissingTopic(server.User) : name;

    private static object Describe(string name, ServerState server) => new
    {
        OwnerID = V4User.Id,
        Owner = server.User,
        Name = name,
        Description = server.Topics.Find(name) ?? "",
        Shareable = true,
    };
}
