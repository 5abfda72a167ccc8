using System.Text.Json.Serialization;
using FmeTyped.Schema.Comparison;
using FmeTyped.Tool.Terminal;

namespace FmeTyped.Tool.Differences;

/// <summary>What <c>fmetyped check</c> found.</summary>
/// <param name="Schema">The path of the schema file.</param>
/// <param name="Results">What was found in each place.</param>
internal sealed record CheckReport(string Schema, [property: JsonIgnore] IReadOnlyList<CheckResult> Results) : Report
{
    /// <summary>The most severe class; null if nothing differs.</summary>
    public DifferenceClass? Worst => DifferenceRecord.Worst(Differences);

    /// <summary>The servers; null if the file was compared with files.</summary>
    public IReadOnlyList<ServerRecord>? Servers => Results.Any(result => result.Url is not null) ? [.. Results.Select(ServerRecord.From)] : null;

    public IReadOnlyList<DifferenceRecord> Differences => [.. Results.SelectMany(result => result.Differences)];

    /// <summary>The lowest class for which the exit code says that something severe differs.</summary>
    internal required DifferenceClass FailOn { get; init; }

    /// <summary>Whether the differences were printed as annotations, which replace the text.</summary>
    internal bool IsAnnotated { get; init; }

    // Certain results come first, then errors that the user can fix, then outages that may be temporary.
    internal override int ExitCode =>
        Worst >= FailOn ? Terminal.ExitCode.Severe
        : Results.Any(result => result.Outcome == CheckOutcome.Refused) ? Terminal.ExitCode.BadUsage
        : Results.Any(result => result.Outcome == CheckOutcome.Unreachable) ? Terminal.ExitCode.Unreachable
        : Worst is not null ? Terminal.ExitCode.Partly
        : Terminal.ExitCode.Success;

    protected override void Print(Output output)
    {
        foreach (CheckResult result in IsAnnotated ? [] : Results)
        {
            if (result is { Differences.Count: 0, Outcome: CheckOutcome.Compared })
            {
                output.Line(result.Server is null ? "Nothing differs." : $"{result.Server}: nothing differs.");
            }
            else
            {
                new DifferenceText(Schema, result.Server).Print(result.Differences, output);
            }
        }
    }

    /// <summary>A server that the file was compared with.</summary>
    internal sealed record ServerRecord(string? Server, Uri Url, CheckOutcome Outcome, DifferenceClass? Worst, IReadOnlyList<string>? Problems)
    {
        public static ServerRecord From(CheckResult result) => new(
            result.Server, result.Url!, result.Outcome, DifferenceRecord.Worst(result.Differences), result.Problems.Count > 0 ? result.Problems : null);
    }
}
