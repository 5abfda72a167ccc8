using System.Globalization;
using FmeTyped.Tool.Terminal;

namespace FmeTyped.Tool.Jobs;

/// <summary>How a job of <c>fmetyped run</c> ended, or just its id if nobody waited. What the server does not report is null.</summary>
/// <param name="Id">The job's id.</param>
internal sealed record RunReport(long Id) : Report
{
    /// <summary>The status in the server's word; null if nobody waited.</summary>
    public string? Status { get; init; }

    public bool? Succeeded { get; init; }

    public double? Seconds { get; init; }

    public long? FeaturesWritten { get; init; }

    public long? Warnings { get; init; }

    public long? Errors { get; init; }

    /// <summary>What the server says of the outcome, without secrets.</summary>
    public string? Message { get; init; }

    /// <summary>The last warnings and errors of a failed job's log, without secrets; null if it succeeded.</summary>
    public IReadOnlyList<string>? LogLines { get; init; }

    internal override int ExitCode => Succeeded == false ? Terminal.ExitCode.Partly : Terminal.ExitCode.Success;

    public static RunReport From(FmeJobResult result) => new(result.Id)
    {
        Status = result.Status.Text,
        Succeeded = result.Succeeded,
        Seconds = (result.TimeFinished - result.TimeStarted)?.TotalSeconds,
        FeaturesWritten = result.FeatureCount,
        Warnings = result.WarningCount,
        Errors = result.ErrorCount,
        Message = result.StatusMessage,
    };

    protected override void Print(Output output)
    {
        if (Status is null)
        {
            output.Line(Id.ToString(CultureInfo.InvariantCulture));
            return;
        }

        string?[] parts =
        [
            Status,
            Succeeded == false ? Message : null,
            FeaturesWritten is { } features ? $"{features} features written" : null,
            Warnings > 0 ? $"{Warnings} warnings" : null,
            Seconds is { } seconds ? DurationText.From(TimeSpan.FromSeconds(seconds)) : null,
        ];
        output.Line($"Job {Id}: {string.Join(", ", parts.Where(part => !string.IsNullOrEmpty(part)))}");
        if (LogLines is { } lines)
        {
            output.Problems(lines.Select(line => $"  {line}"));
            output.Problem($"The whole log: fmetyped log {Id}");
        }
    }
}
