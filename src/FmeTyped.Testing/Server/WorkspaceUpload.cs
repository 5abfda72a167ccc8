using System.Text.Json;
using FmeTyped.Schema.Json;
using FmeTyped.Schema.Model;
using FmeTyped.Schema.Reading.Fmw;
using FmeTyped.Schema.Rules;
using Microsoft.AspNetCore.Http;
using JsonArray = System.Text.Json.Nodes.JsonArray;
using JsonNode = System.Text.Json.Nodes.JsonNode;
using JsonObject = System.Text.Json.Nodes.JsonObject;

namespace FmeTyped.Testing;

/// <summary>
/// A workspace file (.fmw) that a client publishes. It becomes what a schema file with that workspace would say: names, and the records of its published
/// parameters without the defaults of secrets.
/// </summary>
internal static class WorkspaceUpload
{
    /// <summary>The maximum size of one file in bytes. A real server's limit is not known.</summary>
    public const int MaxSize = 64 << 20;

    private const string Ending = ".fmw";

    /// <summary>Reads a file.</summary>
    /// <exception cref="RefusedException">
    /// It is no workspace that can be read (422), or larger than the emulator takes (413), or another kind of item, which the emulator lacks (501).
    /// </exception>
    public static async Task<PublishedWorkspace> ReadAsync(
        string repository, string name, Stream content, ServerState server, CancellationToken cancellationToken)
    {
        if (!name.EndsWith(Ending, StringComparison.OrdinalIgnoreCase))
        {
            throw new RefusedException(
                StatusCodes.Status501NotImplemented,
                $"{name} is not a workspace ({Ending}). The emulator has no other items: no formats, transformers, templates.");
        }

        if (name.Length == Ending.Length || name.AsSpan().ContainsAny('/', '\\', '\0'))
        {
            throw RequestJson.Invalid($"'{name}' is no name of a workspace.");
        }

        byte[] file = await ReadAsync(content, name, cancellationToken).ConfigureAwait(false);
        FmwFile read = FmwReader.Read(file, repository, name);
        if (read.Workspace is not { } workspace)
        {
            throw RequestJson.Invalid($"{name} cannot be published: {string.Join(" ", Errors(read))}");
        }

        try
        {
            PublishedWorkspace published = SchemaSource.Read(SchemaOf(workspace, read.Records), name).Single();
            return new(published.Model, published.Records) { File = file, Published = server.Time.GetUtcNow() };
        }
        catch (InvalidDataException unreadable)
        {
            throw RequestJson.Invalid($"{name} cannot be published. Its parameters cannot be read: {unreadable.Message}");
        }
    }

    private static IEnumerable<string> Errors(FmwFile file) =>
        file.Problems.Where(problem => problem.Rule.Severity == SchemaSeverity.Error).Select(problem => problem.Message);

    private static async Task<byte[]> ReadAsync(Stream content, string name, CancellationToken cancellationToken)
    {
        using var file = new MemoryStream();
        byte[] buffer = new byte[1 << 16];
        for (int count; (count = await content.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0;)
        {
            if (file.Length + count > MaxSize)
            {
                throw new RefusedException(
                    StatusCodes.Status413PayloadTooLarge, $"{name} is larger than {MaxSize} bytes, which is the most that the emulator publishes.");
            }

            file.Write(buffer, 0, count);
        }

        return file.ToArray();
    }

    private static string SchemaOf(Workspace workspace, IEnumerable<Schema.Json.JsonNode> records)
    {
        HashSet<string> secrets = [.. workspace.Parameters.Where(parameter => parameter.Kind == ParameterKind.Secret).Select(parameter => parameter.Name)];
        JsonNode[] parameters = [.. records.Select(record => JsonNode.Parse(JsonNodeText.From(record))!)];
        foreach (JsonNode record in parameters)
        {
            Withhold(record, secrets);
        }

        return new JsonObject
        {
            ["format"] = 1,
            ["workspaces"] = new JsonArray(new JsonObject
            {
                ["repository"] = workspace.Repository,
                ["workspace"] = workspace.Name,
                ["title"] = workspace.Title,
                ["description"] = workspace.Description,
                ["parameters"] = new JsonArray(parameters),
            }),
        }.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }

    private static void Withhold(JsonNode record, HashSet<string> secrets)
    {
        foreach (JsonNode? member in record["parameters"] as JsonArray ?? [])
        {
            Withhold(member!, secrets);
        }

        if (record["defaultValue"] is not null && (string?)record["name"] is { } name && secrets.Contains(name))
        {
            record.AsObject().Remove("defaultValue");
            record["defaultWithheld"] = true;
        }
    }
}
