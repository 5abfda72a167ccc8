using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace FmeTyped.Benchmarks.Measuring;

/// <summary>
/// Prints a table over five runs, each in a new process: the same code can be compiled differently from one process to the next, which no number of rounds in
/// one process shows.
/// </summary>
internal static partial class FiveRuns
{
    private const int Runs = 5;

    public static async Task<int> PrintAsync(params string[] table)
    {
        var runs = new List<string[]>();
        for (int run = 0; run < Runs; run++)
        {
            ProcessStartInfo start = Self.StartInfo(["once", .. table]);
            start.RedirectStandardOutput = true;
            using Process process = Process.Start(start)!;
            string said = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            if (process.ExitCode != 0)
            {
                return process.ExitCode;
            }

            runs.Add(said.TrimEnd().Split('\n'));
        }

        Console.WriteLine($"The median of {Runs} runs, each in a process of its own, and what the runs lie between.");
        for (int line = 0; line < runs[0].Length; line++)
        {
            Console.WriteLine(Merge([.. runs.Select(run => run[line])]));
        }

        return 0;
    }

    private static string Merge(IReadOnlyList<string> lines)
    {
        string[][] cells = [.. lines.Select(line => line.Split('|'))];
        return string.Join('|', Enumerable.Range(0, cells[0].Length).Select(column => MergeCells([.. cells.Select(line => line[column])])));
    }

    // A figure stands alone in its cell, or before its range in one run.
    private static string MergeCells(IReadOnlyList<string> cells)
    {
        Match[] figures = [.. cells.Select(cell => Figure().Match(cell))];
        if (!figures.All(figure => figure.Success))
        {
            return cells[0];
        }

        string first = figures[0].Groups[1].Value;
        int point = first.IndexOf('.', StringComparison.Ordinal);
        string format = point < 0 ? "0" : "0." + new string('0', first.Length - point - 1);
        Spread spread = Spread.From(figures.Select(figure => double.Parse(figure.Groups[1].Value, CultureInfo.InvariantCulture)));
        return spread.Least == spread.Greatest ? $" {first} " : $" {spread.ToString(format)} ";
    }

    [GeneratedRegex(@"^ (-?[0-9]+(?:\.[0-9]+)?)(?: \([^)]*\))? $")]
    private static partial Regex Figure();
}
