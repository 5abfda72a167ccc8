using FmeTyped.Schema.Json;
using FmeTyped.Schema.Reading;
using FmeTyped.Schema.Rules;
using FmeTyped.Tool.Json;
using FmeTyped.Tool.SchemaFiles;

namespace FmeTyped.Tool.Sources;

/// <summary>
/// Reads a saved response of FME Flow's REST API, v3 or v4: the parameters of a workspace as a list, a page with <c>items</c> or an object
/// with <c>parameters</c>; a workspace with its parameters, or a list or page of these; or a schema file.
/// </summary>
/// <param name="path">The file.</param>
/// <param name="text">Its text, to which positions refer.</param>
/// <param name="repository">The repository if the response does not name it; null for none.</param>
internal sealed class RestResponse(string path, string text, string? repository)
{
    private readonly List<SourceWorkspace> _workspaces = [];
    private readonly List<string> _errors = [];

    public SourceFile Read(JsonNode root)
    {
        bool isSchemaFile = SavedResponse.IsSchemaFile(root);
        if (isSchemaFile)
        {
            ReadSchemaFile();
        }
        else if (SavedResponse.FindItems(root) is { } items)
        {
            ReadList(root, items);
        }
        else if (root is JsonObject record)
        {
            ReadRecord(record);
        }
        else
        {
            AddUnusableResponse(root);
        }

        return new SourceFile(path, _workspaces, _errors) { IsSchemaFile = isSchemaFile };
    }

    private void ReadSchemaFile()
    {
        SchemaFile file = SchemaFileReader.Read(text);
        _errors.AddRange(
            file.Problems.Where(problem => problem.Rule.Severity == SchemaSeverity.Error).Select(problem => ProblemText.From(path, text, problem)));
        if (_errors.Count > 0)
        {
            return;
        }

        foreach (JsonObject record in SchemaDocument.Parse(path, text).Records)
        {
            Add(record.TextOf("repository"), record.TextOf("workspace")!, record.Find("parameters")!.Value, record);
        }
    }

    private void ReadList(JsonNode response, JsonArray items)
    {
        if (items.Items.Count > 0 && items.Items.All(SavedResponse.IsWorkspace))
        {
            foreach (JsonObject record in items.Items.Cast<JsonObject>())
            {
                ReadWorkspace(record);
            }
        }
        else if (items.Items.Any(SavedResponse.IsSummary))
        {
            AddSummary(response);
        }
        else if (items.Items.Count == 0 || items.Items.Any(SavedResponse.IsParameter))
        {
            Add(repository, NameOfFile(), items, JsonEdit.Empty);
        }
        else
        {
            AddUnusableResponse(items.Items[0]);
        }
    }

    private void ReadRecord(JsonObject record)
    {
        if (SavedResponse.IsWorkspace(record))
        {
            ReadWorkspace(record);
        }
        else if (SavedResponse.IsSummary(record))
        {
            AddSummary(record);
        }
        else if (record.Find("parameters") is not null || SavedResponse.IsParameter(record))
        {
            Add(repository, NameOfFile(), record, JsonEdit.Empty);
        }
        else
        {
            AddUnusableResponse(record);
        }
    }

    private void ReadWorkspace(JsonObject record) =>
        Add(record.TextOf("repositoryName") ?? repository, record.TextOf("name")!, record.Find("parameters")!.Value, record);

    private void Add(string? repositoryName, string name, JsonNode parameters, JsonObject record)
    {
        var context = new ReadingContext();
        IReadOnlyList<JsonNode> records = ParameterRecords.FindRecords(parameters, context);
        ParameterRecords.Read(new JsonArray(parameters.Span, records), context);
        string[] errors =
            [.. context.Problems.Where(problem => problem.Rule.Severity == SchemaSeverity.Error).Select(problem => ProblemText.From(path, text, problem))];
        if (errors.Length > 0)
        {
            _errors.AddRange(errors);
        }
        else if (repositoryName is null)
        {
            _errors.Add(SourceFile.NeedsRepository(path));
        }
        else
        {
            _workspaces.Add(new SourceWorkspace(repositoryName, name, records)
            {
                Title = record.TextOf("title"),
                Description = record.TextOf("description"),
                Services = SourceServices.In(record),
            });
        }
    }

    private void AddSummary(JsonNode node) => AddError(
        node, "it lists workspaces without their parameters; save the response for each workspace, or for its parameters");

    private void AddUnusableResponse(JsonNode node) =>
        AddError(node, $"it contains no parameters, but {Describe(node)}; save the server's response for a workspace, or for its parameters");

    private static string Describe(JsonNode node) => node switch
    {
        JsonObject owner when owner.TextOf("message") is { } message => $"a message of the server ({message.TrimEnd('.')})",
        JsonObject { Members.Count: > 0 } owner => $"an object with the keys {string.Join(", ", owner.Members.Take(5).Select(member => member.Name))}",
        _ => ReadingContext.Describe(node),
    };

    private void AddError(JsonNode node, string message) =>
        _errors.Add($"{ProblemText.Place(path, text, node.Span)}: {message}.");

    /// <summary>The workspace of a bare list of parameters: austinDownload.json and austinDownload.fmw.json belong to austinDownload.fmw.</summary>
    private string NameOfFile()
    {
        string name = Path.GetFileNameWithoutExtension(path);
        return name.EndsWith(".fmw", StringComparison.OrdinalIgnoreCase) ? name : name + ".fmw";
    }
}
