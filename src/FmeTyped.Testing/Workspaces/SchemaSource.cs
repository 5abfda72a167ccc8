using System.Text.Json;
using FmeTyped.Schema.Json;
using FmeTyped.Schema.Model;
using FmeTyped.Schema.Reading;
using FmeTyped.Schema.Rules;

namespace FmeTyped.Testing;

/// <summary>Reads workspaces from the text of a schema file.</summary>
internal static class SchemaSource
{
    /// <param name="text">The schema file's text.</param>
    /// <param name="name">Its name in errors.</param>
    /// <exception cref="InvalidDataException">The file breaks a rule of schema files.</exception>
    public static IReadOnlyList<PublishedWorkspace> Read(string text, string name)
    {
        SchemaFile file = SchemaFileReader.Read(text);
        string[] errors = [.. file.Problems.Where(problem => problem.Rule.Severity == SchemaSeverity.Error).Select(problem => Describe(problem, text, name))];
        if (errors.Length > 0)
        {
            throw new InvalidDataException(string.Join(Environment.NewLine, errors));
        }

        var root = (JsonObject)JsonReader.Read(text).Root!;
        var records = (JsonArray)root.Find("workspaces")!.Value;
        return [.. file.Workspaces.Zip(records.Items, (workspace, record) => Publish(workspace, ((JsonObject)record).Find("parameters")!.Value, text))];
    }

    private static PublishedWorkspace Publish(Workspace workspace, JsonNode parameters, string text) =>
        new(workspace, [.. ParameterRecords.FindRecords(parameters, new ReadingContext()).Select(record => ReadRecord(record, text))]);

    private static SourceRecord ReadRecord(JsonNode record, string text)
    {
        using JsonDocument document = JsonDocument.Parse(text.AsMemory(record.Span.Start, record.Span.Length));
        EquatableArray<Parameter> parameters = ParameterRecords.Read(record, new ReadingContext());
        return new(document.RootElement.Clone(), ParameterRecords.IsV4((JsonObject)record), [.. (IEnumerable<Parameter>)parameters]);
    }

    private static string Describe(SchemaProblem problem, string text, string name)
    {
        (int line, int column) = Position(text, problem.Span);
        return $"{name}({line},{column}): {problem.Rule.Id}: {problem.Message}";
    }

    private static (int Line, int Column) Position(string text, TextSpan span)
    {
        ReadOnlySpan<char> before = text.AsSpan(0, span.Start);
        return (before.Count('\n') + 1, span.Start - before.LastIndexOf('\n'));
    }
}
