using System.Globalization;

namespace FmeTyped.Mutants;

/// <summary>What came of a run, as a section for eng/Mutants/report.md.</summary>
internal static class Report
{
    public static void Write(
        TextWriter writer, string heading, int sampled, IReadOnlyList<(Mutant Mutant, Outcome Outcome)> results, Func<string, string> nameOf)
    {
        int Count(Outcome outcome) => results.Count(result => result.Outcome == outcome);

        int killed = Count(Outcome.Killed) + Count(Outcome.TimedOut);
        int tested = results.Count - Count(Outcome.NotCompiled);
        writer.WriteLine($"### {heading}");
        writer.WriteLine();
        writer.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{killed} of {tested} killed ({100.0 * killed / Math.Max(1, tested):0.0} %); {Count(Outcome.TimedOut)} of them by the time limit."));
        if (results.Count < sampled)
        {
            writer.WriteLine($"Time was up: {sampled - results.Count} mutants of the sample were not begun.");
        }

        IEnumerable<Mutant> survivors = from result in results
                                        where result.Outcome == Outcome.Survived
                                        orderby result.Mutant.File, result.Mutant.Span.Start
                                        select result.Mutant;
        if (survivors.Any())
        {
            writer.WriteLine();
            writer.WriteLine("| survivor | before | after | why |");
            writer.WriteLine("|---|---|---|---|");
            foreach (Mutant mutant in survivors)
            {
                writer.WriteLine($"| {nameOf(mutant.File)}:{mutant.Line} | {Code(mutant.Before)} | {Code(mutant.After)} | |");
            }
        }

        writer.WriteLine();
    }

    private static string Code(string text)
    {
        string line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace("|", "\\|", StringComparison.Ordinal);
        return line.Length == 0 ? "nothing" : line.Contains('`', StringComparison.Ordinal) ? $"`` {line} ``" : $"`{line}`";
    }
}
