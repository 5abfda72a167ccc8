using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NJsonSchema;
using WireMock;

namespace FmeTyped.Tests.Server;

/// <summary>The vendor's OpenAPI document of REST API version 4, as a judge of requests.</summary>
internal sealed class VendorDocument
{
    public const string Root = "/fmeapiv4";

    private readonly JsonNode _document = JsonNode.Parse(Corpus.Read("rest", "v4", "openapi-fme-flow-rest-api-v4-2025-04-tech-preview.json"))!;

    /// <summary>All in which a request deviates from the document.</summary>
    public async Task<IReadOnlyList<string>> DeviationsAsync(IRequestMessage request)
    {
        string path = request.AbsolutePath[Root.Length..];
        string call = $"{request.Method} {path}";
        if (FindOperation(request.Method, path) is not { } operation)
        {
            // Its body is that of the operation it stands under.
            string parent = path[..path.LastIndexOf('/')];
            return FindOperation(request.Method, parent) is { } above
                ? [$"{call}: no such operation", .. await BodyDeviationsAsync(call, request, SchemaOf(above)!)]
                : [$"{call}: no such operation"];
        }

        IEnumerable<string> missing = (operation["parameters"]?.AsArray() ?? [])
            .Where(parameter => (bool?)parameter!["required"] == true && !IsGiven(parameter, request))
            .Select(parameter => $"{call}: lacks {parameter!["in"]} {parameter["name"]}");
        if (operation["requestBody"]?["content"]?["multipart/form-data"]?["schema"] is { } form)
        {
            return [.. missing, .. FormDeviations(call, request, form)];
        }

        JsonNode? schema = SchemaOf(operation);
        return schema is null
            ? [.. missing, .. string.IsNullOrEmpty(request.Body) ? (string[])[] : [$"{call}: takes no body"]]
            : [.. missing, .. await BodyDeviationsAsync(call, request, schema)];
    }

    private static JsonNode? SchemaOf(JsonNode operation) => operation["requestBody"]?["content"]?["application/json"]?["schema"];

    private static bool IsGiven(JsonNode parameter, IRequestMessage request)
    {
        string name = (string)parameter["name"]!;
        return (string)parameter["in"]! switch
        {
            "header" => request.Headers!.ContainsKey(name),
            "query" => request.Query!.ContainsKey(name),
            _ => true, // A part of the path is there, or the path would not have been found.
        };
    }

    private JsonNode? FindOperation(string method, string path)
    {
        string[] parts = path.Split('/');
        return _document["paths"]!.AsObject()
            .Where(entry => entry.Key.Split('/') is var template
                && template.Length == parts.Length
                && template.Zip(parts).All(pair => pair.Second.Length == 0 ? pair.First.Length == 0 : pair.First == pair.Second || pair.First.StartsWith('{')))
            .OrderBy(entry => entry.Key.Count(c => c == '{'))
            .Select(entry => entry.Value![method.ToLowerInvariant()])
            .FirstOrDefault(operation => operation is not null);
    }

    private static IEnumerable<string> FormDeviations(string call, IRequestMessage request, JsonNode form)
    {
        string[] fields = [.. Regex.Matches(Encoding.UTF8.GetString(request.BodyAsBytes!), "form-data; name=\"([^\"]*)\"").Select(match => match.Groups[1].Value)];
        return form["required"]!.AsArray().Select(name => (string)name!).Except(fields).Select(name => $"{call}: lacks field {name}")
            .Concat(fields.Where(field => !form["properties"]!.AsObject().ContainsKey(field)).Select(field => $"{call}: unknown field {field}"));
    }

    private async Task<IEnumerable<string>> BodyDeviationsAsync(string call, IRequestMessage request, JsonNode schemaOrReference)
    {
        JsonNode schema = schemaOrReference["$ref"] is { } reference
            ? _document["components"]!["schemas"]![((string)reference!).Split('/')[^1]]!
            : schemaOrReference;
        JsonSchema judge = await JsonSchema.FromJsonAsync(schema.ToJsonString(), TestContext.Current.CancellationToken);
        JsonObject known = schema["properties"]!.AsObject();
        return judge.Validate(request.Body!)
            .Select(error => $"{call}: {error.Kind} at {error.Path}")
            .Concat(JsonNode.Parse(request.Body!)!.AsObject().Where(member => !known.ContainsKey(member.Key)).Select(member => $"{call}: unknown member {member.Key}"));
    }
}
