using System.Globalization;
using FmeTyped.Schema.Comparison;
using FmeTyped.Tool.Terminal;
using Spectre.Console;

namespace FmeTyped.Tool.Differences;

/// <summary>Prints differences from a schema file: a table on a terminal, otherwise one line for each.</summary>
/// <param name="schema">The path of the schema file.</param>
/// <param name="server">The server's name; null if it needs none.</param>
internal sealed class DifferenceText(string schema, string? server = null)
{
    public void Print(IReadOnlyList<DifferenceRecord> differences, Output output)
    {
        if (differences.Count == 0)
        {
            return;
        }

        if (output.Terminal is not null)
        {
            PrintTable(differences, output);
            return;
        }

        string prefix = server is null ? "" : $"{server}: ";
        foreach (DifferenceRecord difference in differences)
        {
            output.Line(string.Create(
                CultureInfo.InvariantCulture,
                $"{prefix}{difference.ClassName}: {difference.Member}: {difference.Message}. "
                    + $"({difference.Repository}/{difference.Workspace}, {schema} line {difference.Line}){HintOf(difference)}"));
        }
    }

    private void PrintTable(IEnumerable<DifferenceRecord> differences, Output output)
    {
        var table = new TextTable("Class", "C#", "What differs", "Line") { Title = server };
        foreach (DifferenceRecord difference in differences)
        {
            table.Add(
                new(difference.ClassName, ColorOf(difference.Class)),
                difference.Member,
                $"{difference.Message}{HintOf(difference)}",
                difference.Line.ToString(CultureInfo.InvariantCulture));
        }

        table.Print(output);
    }

    private static string HintOf(DifferenceRecord difference) => difference.Hint is { } hint ? $". {hint}" : "";

    private static Color ColorOf(DifferenceClass level) => level switch
    {
        DifferenceClass.Breaking => Color.Red,
        DifferenceClass.Behaviour => Color.Yellow,
        DifferenceClass.Additive => Color.Green,
        _ => Color.Grey,
    };
}
