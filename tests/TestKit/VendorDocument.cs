using System.Text.Json.Nodes;

namespace FmeTyped.TestKit;

/// <summary>The vendor's OpenAPI document of REST API version 4, in the <see cref="Corpus"/>.</summary>
public sealed class VendorDocument
{
    /// <summary>The base path of the document on a server.</summary>
    public const string Root = "/fmeapiv4";

    private const string References = "#/components/schemas/";

    private readonly JsonNode _document = JsonNode.Parse(Corpus.Read("rest", "v4", "openapi-fme-flow-rest-api-v4-2025-04-tech-preview.json"))!;

    /// <summary>The operation for a call; null if the document has none.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">A path, or a route whose parameters may have other names than in the document.</param>
    public JsonNode? FindOperation(string method, string path)
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

    /// <summary>A schema by its name.</summary>
    public JsonObject Schema(string name) => (JsonObject)_document["components"]!["schemas"]![name]!;

    /// <summary>A schema, or the schema that it refers to.</summary>
    public JsonObject Resolve(JsonNode schemaOrReference) =>
        schemaOrReference["$ref"] is { } reference ? Schema(((string)reference!)[References.Length..]) : (JsonObject)schemaOrReference;
}
