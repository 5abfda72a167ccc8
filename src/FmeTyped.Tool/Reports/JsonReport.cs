using System.Text;
using System.Text.Json;
using FmeTyped.Schema.Comparison;
using FmeTyped.Tool.SchemaFiles;

namespace FmeTyped.Tool.Reports;

/// <summary>Prints the results of comparisons as one JSON object, the most severe differences of each comparison first.</summary>
internal sealed class JsonReport(SchemaDocument schema, IReadOnlyList<CheckResult> results)
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true, NewLine = "\n" };

    public void Write(TextWriter target)
    {
        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text, Indented))
        {
            Write(json);
        }

        target.WriteLine(Encoding.UTF8.GetString(text.ToArray()));
    }

    private void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteNumber("format", 1);
        json.WriteString("schema", schema.Path);
        WriteGravest(json, results.SelectMany(result => result.Differences));
        if (results.Any(result => result.Url is not null))
        {
            json.WriteStartArray("servers");
            foreach (CheckResult result in results)
            {
                WriteServer(json, result);
            }

            json.WriteEndArray();
        }

        json.WriteStartArray("differences");
        foreach (CheckResult result in results)
        {
            foreach (Difference difference in result.Differences.OrderByDescending(difference => difference.Class))
            {
                Write(json, result.Server, difference);
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteServer(Utf8JsonWriter json, CheckResult result)
    {
        json.WriteStartObject();
        WriteIf(json, "server", result.Server);
        json.WriteString("url", result.Url!.ToString());
        json.WriteString("outcome", JsonNamingPolicy.CamelCase.ConvertName(result.Outcome.ToString()));
        WriteGravest(json, result.Differences);
        if (result.Problems.Count > 0)
        {
            json.WriteStartArray("problems");
            foreach (string problem in result.Problems)
            {
                json.WriteStringValue(problem);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private void Write(Utf8JsonWriter json, string? server, Difference difference)
    {
        json.WriteStartObject();
        WriteIf(json, "server", server);
        json.WriteString("class", DifferenceText.NameOf(difference.Class));
        json.WriteString("kind", JsonNamingPolicy.CamelCase.ConvertName(difference.Kind.ToString()));
        json.WriteString("repository", difference.Repository);
        json.WriteString("workspace", difference.Workspace);
        WriteIf(json, "parameter", difference.Parameter);
        json.WriteString("member", difference.Member);
        json.WriteString("message", difference.Message);
        WriteIf(json, "hint", difference.Hint);
        json.WriteNumber("line", DifferenceText.LineOf(schema, difference));
        json.WriteEndObject();
    }

    private static void WriteGravest(Utf8JsonWriter json, IEnumerable<Difference> differences) =>
        WriteIf(json, "worst", differences.MaxBy(difference => difference.Class) is { } worst ? DifferenceText.NameOf(worst.Class) : null);

    private static void WriteIf(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}
