using System.Globalization;
using FmeTyped.Schema.Comparison;
using FmeTyped.Tool.Terminal;

namespace FmeTyped.Tool.Differences;

/// <summary>Prints the result of a comparison as workflow commands of GitHub Actions, which annotate the lines of the schema file.</summary>
/// <param name="schema">The path of the schema file.</param>
internal sealed class GitHubText(string schema)
{
    public void Print(CheckResult result, Output output)
    {
        foreach (DifferenceRecord difference in result.Differences)
        {
            string command = difference.Class switch
            {
                DifferenceClass.Breaking => "error",
                DifferenceClass.Behaviour => "warning",
                _ => "notice",
            };
            Print(
                command,
                difference.Line,
                $"{result.Prefix}{difference.ClassName}: {difference.Member}",
                $"{difference.Message}{(difference.Hint is { } hint ? $". {hint}" : "")}",
                output);
        }

        foreach (string problem in result.Problems)
        {
            Print("error", 1, $"{result.Prefix}not compared", problem, output);
        }
    }

    private void Print(string command, int line, string title, string message, Output output) => output.Line(string.Create(
        CultureInfo.InvariantCulture, $"::{command} file={EscapeProperty(schema)},line={line},title={EscapeProperty(title)}::{EscapeData(message)}"));

    private static string EscapeData(string text) => text
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string EscapeProperty(string text) => EscapeData(text)
        .Replace(":", "%3A", StringComparison.Ordinal)
        .Replace(",", "%2C", StringComparison.Ordinal);
}
