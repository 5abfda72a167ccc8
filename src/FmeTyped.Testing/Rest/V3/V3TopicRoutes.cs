using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Primitives;

namespace FmeTyped.Testing;

/// <summary>
/// Topics, and messages to them. Requests are those of the vendor's JavaScript library, which also expects no body with 202; the formats of the other
/// responses are A177.
/// </summary>
internal static class V3TopicRoutes
{
    private const string One = "/{name}";

    public static void Map(RouteGroupBuilder authorized, ServerState server)
    {
        RouteGroupBuilder topics = authorized.MapGroup("/notifications/topics").OfKind(FmeRequestKind.Topic);
        topics.MapGet("", (V3ListQuery query) => query.Respond(server.Topics.Names, name => Describe(name, server)));
        topics.MapPost("", (HttpContext http) => Create(http, server));
        topics.MapGet(One, (string name) => JsonResponse.From(Describe(Find(name, server), server)));
        topics.MapPut(One, (string name, HttpContext http) => server.Topics.Describe(Find(name, server), Form(http, "description"))
            ? Results.NoContent()
            : throw Missing(name));
        topics.MapDelete(One, (string name) => server.Topics.Remove(name) ? Results.NoContent() : throw Missing(name));
        topics.MapPost($"{One}/message", (string name, HttpContext http) =>
        {
            Find(name, server);
            return RequestJson.Read(RequestTrace.From(http).Body, _ => Results.Accepted());
        });
        topics.MapPost($"{One}/message/subscribercontent", (string name) =>
        {
            Find(name, server);
            return Results.Accepted();
        });
    }

    private static IResult Create(HttpContext http, ServerState server)
    {
        string name = Form(http, "name");
        if (string.IsNullOrWhiteSpace(name))
        {
            throw RequestJson.Invalid("A topic has no name. Send a form with name=, and description= if you like.");
        }

        return server.Topics.TryAdd(name, Form(http, "description"))
            ? JsonResponse.From(Describe(name, server), StatusCodes.Status201Created)
            : throw new RefusedException(StatusCodes.Status409Conflict, $"Topic {name} already exists.");
    }

    private static string Form(HttpContext http, string key)
    {
        Dictionary<string, StringValues> form = FormValues.From(http).ToDictionary(value => value.Key, value => value.Value);
        return FormValues.Text(form, key) ?? "";
    }

    private static string Find(string name, ServerState server) => server.Topics.Find(name) is null ? throw Missing(name) : name;

    private static object Describe(string name, ServerState server) =>
        new { Owner = server.User, Name = name, Description = server.Topics.Find(name) ?? "", Sharable = true };

    private static RefusedException Missing(string name) => new(StatusCodes.Status404NotFound, $"Topic {name} does not exist.");
}
