using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NJsonSchema;
using WireMock;

namespace FmeTyped.Tests.Server;

/// <summary>Holds requests against the vendor's document.</summary>
internal sealed class RequestJudge
{
    private readonly VendorDocument _document = new();

    /// <summary>All in which a request deviates from the document.</summary>
    public async Task<IReadOnlyList<string>> DeviationsAsync(IRequestMessage request)
    {
        string path = request.AbsolutePath[VendorDocument.Root.Length..];
        string call = $"{request.Method} {path}";
        if (_document.FindOperation(request.Method, path) is not { } operation)
        {
            // Its body is that of the operation it stands under.
            string parent = path[..path.LastIndexOf('/')];
            return _document.FindOperation(request.Method, parent) is { } above && SchemaOf(above) is { } body
                ? [$"{call}: no such operation", .. await BodyDeviationsAsync(call, request, body)]
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

    private static IEnumerable<string> FormDeviations(string call, IRequestMessage request, JsonNode form)
    {
        string[] fields =
            [.. Regex.Matches(Encoding.UTF8.GetString(request.BodyAsBytes!), "form-data; name=\"([^\"]*)\"").Select(match => match.Groups[1].Value)];
        return form["required"]!.AsArray().Select(name => (string)name!).Except(fields).Select(name => $"{call}: lacks field {name}")
            .Concat(fields.Where(field => !form["properties"]!.AsObject().ContainsKey(field)).Select(field => $"{call}: unknown field {field}"));
    }

    private async Task<IEnumerable<string>> BodyDeviationsAsync(string call, IRequestMessage request, JsonNode schemaOrReference)
    {
        JsonObject schema = _document.Resolve(schemaOrReference);
        JsonSchema judge = await JsonSchema.FromJsonAsync(schema.ToJsonString(), TestContext.Current.CancellationToken);
        JsonObject known = schema["properties"]!.AsObject();
        return judge.Validate(request.Body!)
            .Select(error => $"{call}: {error.Kind} at {error.Path}")
            .Concat(JsonNode.Parse(request.Body!)!
                .AsObject()
                .Where(member => !known.ContainsKey(member.Key))
                .Select(member => $"{call}: unknown member {member.Key}"));
    }
}
