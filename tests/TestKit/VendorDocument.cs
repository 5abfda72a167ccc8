using System.Text.Json.Nodes;

namespace FmeTyped.TestKit;

/// <summary>The vendor's OpenAPI document of REST API version 4, which lies in the <see cref="Corpus"/>.</summary>
public sealed class VendorDocument
{
    /// <summary>Where the paths of the document begin on a server.</summary>
    public const string Root = "/fmeapiv4";

    private const string References = "#/components/schemas/";

    private readonly JsonNode _document = JsonNode.Parse(Corpus.Read("rest", "v4", "openapi-fme-flow-rest-api-v4-2025-04-tech-preview.json"))!;

    /// <summary>What the document says of a call; null where it says nothing.</summary>
    /// <param name="method">The method of HTTP.</param>
    /// <param name="path">A path, or a route whose parts may have other names than in the document.</param>
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
