using System.Globalization;
using FmeTyped.Schema.Comparison;
using FmeTyped.Tool.SchemaFiles;
using FmeTyped.Tool.Terminal;
using Spectre.Console;

namespace FmeTyped.Tool.Reports;

/// <summary>Prints the differences from a schema file as readable text, the most severe first.</summary>
/// <param name="schema">The schema file, for line numbers.</param>
/// <param name="differences">The differences.</param>
/// <param name="server">The server's name; null if it needs none.</param>
internal sealed class DifferenceReport(SchemaDocument schema, IReadOnlyList<Difference> differences, string? server = null)
{
    /// <summary>A table on a terminal, otherwise one line for each difference.</summary>
    public void WriteForPeople(Output output)
    {
        if (differences.Count == 0)
        {
            return;
        }

        IEnumerable<Difference> mostSevereFirst = differences.OrderByDescending(difference => difference.Class);
        if (output.Terminal is { } terminal)
        {
            WriteTable(mostSevereFirst, terminal);
            return;
        }

        string prefix = server is null ? "" : $"{server}: ";
        foreach (Difference difference in mostSevereFirst)
        {
            output.Line($"{prefix}{DifferenceText.NameOf(difference.Class)}: {difference.Member}: {difference.Message}. "
                + $"{Place(difference)}{DifferenceText.HintOf(difference, ". ")}");
        }
    }

    private void WriteTable(IEnumerable<Difference> rows, IAnsiConsole terminal)
    {
        Table table = new Table().Border(TableBorder.Rounded).AddColumns("", "C#", "What differs", "Line");
        if (server is not null)
        {
            table.Title = new TableTitle(Markup.Escape(TerminalText.From(server)));
        }

        foreach (Difference difference in rows)
        {
            table.AddRow(
                new Markup($"[{ColorOf(difference.Class)}]{DifferenceText.NameOf(difference.Class)}[/]"),
                new Text(TerminalText.From(difference.Member)),
                new Text($"{TerminalText.From(difference.Message)}{(difference.Hint is { } hint ? "\n" + TerminalText.From(hint) : "")}"),
                new Text(DifferenceText.LineOf(schema, difference).ToString(CultureInfo.InvariantCulture)));
        }

        terminal.Write(table);
    }

    private string Place(Difference difference) =>
        string.Create(
            CultureInfo.InvariantCulture, $"({difference.Repository}/{difference.Workspace}, {schema.Path} line {DifferenceText.LineOf(schema, difference)})");

    private static string ColorOf(DifferenceClass level) => level switch
    {
        DifferenceClass.Breaking => "red",
        DifferenceClass.Behaviour => "yellow",
        DifferenceClass.Additive => "green",
        _ => "grey",
    };
}
