using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NJsonSchema;
using NJsonSchema.Validation;

namespace FmeTyped.Testing.Tests.V4;

/// <summary>Holds responses against the vendor's document, and allows no member that it does not name.</summary>
internal sealed partial class ResponseValidator
{
    private const string References = "#/components/schemas/";

    private readonly VendorDocument _document = new();
    private readonly Dictionary<string, JsonSchema> _schemas = [];

    /// <summary>All in which a response deviates from the document, without the positions in lists.</summary>
    public async Task<IReadOnlyList<string>> DeviationsAsync(
        HttpMethod method, string route, HttpStatusCode status, HttpContent body, CancellationToken cancellationToken)
    {
        string call = $"{method} {route} {(int)status}";
        string text = await body.ReadAsStringAsync(cancellationToken);
        if (status >= HttpStatusCode.BadRequest)
        {
            return ["errors: not in the document", .. ErrorDeviations(call, body.Headers.ContentType, text)];
        }

        if (_document.FindOperation(method.Method, route) is not { } operation)
        {
            return [$"{call}: no such operation",
                .. text.Length == 0 ? [] : await BodyDeviationsAsync(call, $$"""{"$ref":"{{References}}JobResultResponse"}""", text, cancellationToken)];
        }

        if (operation["responses"]?[$"{(int)status}"] is not { } response)
        {
            return [$"{call}: no such status"];
        }

        return response["content"]?["*/*"]?["schema"] is { } schema
            ? [.. await BodyDeviationsAsync(call, schema.ToJsonString(), text, cancellationToken)]
            : body.Headers.ContentType?.MediaType == "application/json" ? [$"{call}: the body is not described"] : [];
    }

    // The documented form of errors: protocol facts and fixtures of the vendor's command line.
    private static IEnumerable<string> ErrorDeviations(string call, MediaTypeHeaderValue? type, string text)
    {
        if (type?.MediaType != "application/json" || JsonNode.Parse(text) is not JsonObject error || error["message"] is not JsonValue)
        {
            return [$"{call}: no message"];
        }

        return error.Where(member => member.Key != "message"
            && !(member.Key == "details" && member.Value is JsonObject details && details.All(detail => detail.Value is JsonValue)))
            .Select(member => $"{call}: unknown member {member.Key}");
    }

    private async Task<IEnumerable<string>> BodyDeviationsAsync(string call, string schema, string text, CancellationToken cancellationToken)
    {
        if (!_schemas.TryGetValue(schema, out JsonSchema? validation))
        {
            _schemas[schema] = validation = await JsonSchema.FromJsonAsync(WithDefinitions(schema), cancellationToken);
        }

        return validation.Validate(text).SelectMany(Flatten)
            .Select(error => $"{call}: {error.Kind} at {Positions().Replace(error.Path ?? "", "[]")}").Distinct();
    }

    /// <summary>A schema with all that it refers to, closed against further members.</summary>
    private string WithDefinitions(string schema)
    {
        // A reference at the root would hide the definitions beside it.
        var root = (JsonObject)JsonNode.Parse(schema)!;
        if (root["$ref"] is { } reference)
        {
            root = Definition(((string)reference!)[References.Length..]);
        }

        var definitions = new JsonObject();
        var open = new Queue<JsonNode>([root]);
        while (open.TryDequeue(out JsonNode? node))
        {
            foreach (string name in Referred().Matches(node.ToJsonString()).Select(match => match.Groups[1].Value)
                .Where(name => !definitions.ContainsKey(name)))
            {
                JsonObject definition = Definition(name);
                definitions.Add(name, definition);
                open.Enqueue(definition);
            }
        }

        root["definitions"] = definitions;
        return root.ToJsonString().Replace(References, "#/definitions/", StringComparison.Ordinal);
    }

    private JsonObject Definition(string name)
    {
        var definition = (JsonObject)_document.Schema(name).DeepClone();
        Close(definition);
        return definition;
    }

    private static void Close(JsonNode? schema)
    {
        if (schema is null)
        {
            return;
        }

        Close(schema["items"]);
        if (schema["additionalProperties"] is JsonObject values)
        {
            Close(values);
        }
        else if (schema["properties"] is JsonObject members)
        {
            schema["additionalProperties"] = false;
            foreach (JsonNode? member in members.Select(member => member.Value))
            {
                Close(member);
            }
        }
    }

    private static IEnumerable<ValidationError> Flatten(ValidationError error) => error is ChildSchemaValidationError child
        ? child.Errors.Values.SelectMany(errors => errors).SelectMany(Flatten)
        : [error];

    [GeneratedRegex(@"\[\d+\]")]
    private static partial Regex Positions();

    [GeneratedRegex("\"#/components/schemas/([^\"]+)\"")]
    private static partial Regex Referred();
}
