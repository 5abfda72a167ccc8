using System.Globalization;
using System.Text.Json;
using FmeTyped.Tool.Comparison;
using FmeTyped.Tool.SchemaFiles;
using FmeTyped.Tool.Terminal;
using Spectre.Console;

namespace FmeTyped.Tool.Reports;

/// <summary>Prints differences between a schema file and what it is compared with, the gravest first.</summary>
/// <param name="schema">The schema file, whose lines are named.</param>
/// <param name="differences">The differences.</param>
internal sealed class DifferenceReport(SchemaDocument schema, IReadOnlyList<Difference> differences)
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true, NewLine = "\n" };

    private readonly IReadOnlyList<Difference> _differences = [.. differences.OrderByDescending(difference => difference.Class)];

    /// <summary>A table on a terminal, and a line a difference elsewhere.</summary>
    public void WriteForPeople(Output output)
    {
        if (output.Terminal is { } terminal)
        {
            WriteTable(terminal);
            return;
        }

        foreach (Difference difference in _differences)
        {
            output.Line($"{NameOf(difference.Class)}: {difference.Member}: {difference.Message}. {Place(difference)}{HintOf(difference, ". ")}");
        }
    }

    public void WriteJson(TextWriter target)
    {
        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text, Indented))
        {
            json.WriteStartObject();
            json.WriteNumber("format", 1);
            json.WriteString("schema", schema.Path);
            if (_differences.Count > 0)
            {
                json.WriteString("gravest", NameOf(_differences[0].Class));
            }

            json.WriteStartArray("differences");
            foreach (Difference difference in _differences)
            {
                Write(json, difference);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        target.WriteLine(System.Text.Encoding.UTF8.GetString(text.ToArray()));
    }

    /// <summary>Workflow commands of GitHub Actions, which mark the lines of the schema file.</summary>
    public void WriteForGitHub(TextWriter target)
    {
        foreach (Difference difference in _differences)
        {
            string command = difference.Class switch
            {
                DifferenceClass.Breaking => "error",
                DifferenceClass.Behaviour => "warning",
                _ => "notice",
            };
            string title = $"{NameOf(difference.Class)}: {difference.Member}";
            string message = $"{difference.Message}{HintOf(difference, ". ")}";
            target.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"::{command} file={EscapeProperty(schema.Path)},line={LineOf(difference)},title={EscapeProperty(title)}::{EscapeData(message)}"));
        }
    }

    public static string NameOf(DifferenceClass level) => level.ToString().ToLowerInvariant();

    private void WriteTable(IAnsiConsole terminal)
    {
        Table table = new Table().Border(TableBorder.Rounded).AddColumns("", "C#", "What differs", "Line");
        foreach (Difference difference in _differences)
        {
            table.AddRow(
                new Markup($"[{ColorOf(difference.Class)}]{NameOf(difference.Class)}[/]"),
                new Text(difference.Member),
                new Text($"{difference.Message}{HintOf(difference, "\n")}"),
                new Text(LineOf(difference).ToString(CultureInfo.InvariantCulture)));
        }

        terminal.Write(table);
    }

    private void Write(Utf8JsonWriter json, Difference difference)
    {
        json.WriteStartObject();
        json.WriteString("class", NameOf(difference.Class));
        json.WriteString("kind", JsonNamingPolicy.CamelCase.ConvertName(difference.Kind.ToString()));
        json.WriteString("repository", difference.Repository);
        json.WriteString("workspace", difference.Workspace);
        if (difference.Parameter is { } parameter)
        {
            json.WriteString("parameter", parameter);
        }

        json.WriteString("member", difference.Member);
        json.WriteString("message", difference.Message);
        if (difference.Hint is { } hint)
        {
            json.WriteString("hint", hint);
        }

        json.WriteNumber("line", LineOf(difference));
        json.WriteEndObject();
    }

    private string Place(Difference difference) =>
        string.Create(CultureInfo.InvariantCulture, $"({difference.Repository}/{difference.Workspace}, {schema.Path} line {LineOf(difference)})");

    private int LineOf(Difference difference) => schema.LineOf(difference.Repository, difference.Workspace, difference.Parameter);

    private static string HintOf(Difference difference, string before) => difference.Hint is { } hint ? before + hint : "";

    private static string ColorOf(DifferenceClass level) => level switch
    {
        DifferenceClass.Breaking => "red",
        DifferenceClass.Behaviour => "yellow",
        DifferenceClass.Additive => "green",
        _ => "grey",
    };

    private static string EscapeData(string text) => text
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string EscapeProperty(string text) => EscapeData(text)
        .Replace(":", "%3A", StringComparison.Ordinal)
        .Replace(",", "%2C", StringComparison.Ordinal);
}
