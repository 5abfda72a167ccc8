using System.Globalization;
using FmeTyped.Schema.Comparison;
using FmeTyped.Tool.SchemaFiles;
using FmeTyped.Tool.Terminal;

namespace FmeTyped.Tool.Reports;

/// <summary>Prints the result of a comparison as workflow commands of GitHub Actions, which annotate the lines of the schema file.</summary>
internal sealed class GitHubReport(SchemaDocument schema, CheckResult result)
{
    public void Write(Output output)
    {
        foreach (Difference difference in result.Differences.OrderByDescending(difference => difference.Class))
        {
            string command = difference.Class switch
            {
                DifferenceClass.Breaking => "error",
                DifferenceClass.Behaviour => "warning",
                _ => "notice",
            };
            Write(
                output,
                command,
                DifferenceText.LineOf(schema, difference),
                $"{result.Prefix}{DifferenceText.NameOf(difference.Class)}: {difference.Member}",
                $"{difference.Message}{DifferenceText.HintOf(difference, ". ")}");
        }

        foreach (string problem in result.Problems)
        {
            Write(output, "error", 1, $"{result.Prefix}not compared", problem);
        }
    }

    private void Write(Output output, string command, int line, string title, string message) => output.Line(string.Create(
        CultureInfo.InvariantCulture,
        $"::{command} file={EscapeProperty(schema.Path)},line={line},title={EscapeProperty(title)}::{EscapeData(message)}"));

    private static string EscapeData(string text) => text
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string EscapeProperty(string text) => EscapeData(text)
        .Replace(":", "%3A", StringComparison.Ordinal)
        .Replace(",", "%2C", StringComparison.Ordinal);
}
