using System.Globalization;
using FmeTyped.Schema.Comparison;
using FmeTyped.Tool.SchemaFiles;
using FmeTyped.Tool.Terminal;
using Spectre.Console;

namespace FmeTyped.Tool.Reports;

/// <summary>Prints differences between a schema file and what it is compared with for people, the gravest first.</summary>
/// <param name="schema">The schema file, whose lines are named.</param>
/// <param name="differences">The differences.</param>
/// <param name="server">The server that they are of; null where that needs no word.</param>
internal sealed class DifferenceReport(SchemaDocument schema, IReadOnlyList<Difference> differences, string? server = null)
{
    /// <summary>A table on a terminal, and a line a difference elsewhere.</summary>
    public void WriteForPeople(Output output)
    {
        if (differences.Count == 0)
        {
            return;
        }

        IEnumerable<Difference> gravestFirst = differences.OrderByDescending(difference => difference.Class);
        if (output.Terminal is { } terminal)
        {
            WriteTable(gravestFirst, terminal);
            return;
        }

        string prefix = server is null ? "" : $"{server}: ";
        foreach (Difference difference in gravestFirst)
        {
            output.Line($"{prefix}{DifferenceText.NameOf(difference.Class)}: {difference.Member}: {difference.Message}. {Place(difference)}{DifferenceText.HintOf(difference, ". ")}");
        }
    }

    private void WriteTable(IEnumerable<Difference> rows, IAnsiConsole terminal)
    {
        Table table = new Table().Border(TableBorder.Rounded).AddColumns("", "C#", "What differs", "Line");
        if (server is not null)
        {
            table.Title = new TableTitle(Markup.Escape(server));
        }

        foreach (Difference difference in rows)
        {
            table.AddRow(
                new Markup($"[{ColorOf(difference.Class)}]{DifferenceText.NameOf(difference.Class)}[/]"),
                new Text(difference.Member),
                new Text($"{difference.Message}{DifferenceText.HintOf(difference, "\n")}"),
                new Text(DifferenceText.LineOf(schema, difference).ToString(CultureInfo.InvariantCulture)));
        }

        terminal.Write(table);
    }

    private string Place(Difference difference) =>
        string.Create(CultureInfo.InvariantCulture, $"({difference.Repository}/{difference.Workspace}, {schema.Path} line {DifferenceText.LineOf(schema, difference)})");

    private static string ColorOf(DifferenceClass level) => level switch
    {
        DifferenceClass.Breaking => "red",
        DifferenceClass.Behaviour => "yellow",
        DifferenceClass.Additive => "green",
        _ => "grey",
    };
}
