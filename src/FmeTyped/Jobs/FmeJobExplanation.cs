using System.Globalization;
using System.Text;

namespace FmeTyped;

/// <summary>
/// Why a job ended as it did: what its record and its log say, in short. Secret parameters are masked, in the log's lines too. <see cref="ToString"/> gives it
/// as a text to read.
/// </summary>
public sealed record FmeJobExplanation
{
    /// <summary>The job's id.</summary>
    public required long Id { get; init; }

    /// <summary>Where the job stands. Where the server calls the job a success and its result a failure, it is the failure.</summary>
    public FmeJobStatus Status { get; init; }

    /// <summary>The server's words on the outcome; null where it has none.</summary>
    public string? StatusMessage { get; init; }

    /// <summary>The repository; null where the server does not tell.</summary>
    public string? Repository { get; init; }

    /// <summary>The workspace's file name; null where the server does not tell.</summary>
    public string? Workspace { get; init; }

    /// <summary>How many features were written; null where the server does not tell.</summary>
    public long? FeatureCount { get; init; }

    /// <summary>How many warnings there were.</summary>
    public long WarningCount { get; init; }

    /// <summary>How many errors there were.</summary>
    public long ErrorCount { get; init; }

    /// <summary>The first error of the log, which is often the cause of the others; null where it has none.</summary>
    public FmeLogEntry? FirstError { get; init; }

    /// <summary>The last lines of the log; empty where there is no log.</summary>
    public FmeList<string> LastLines { get; init; } = [];

    /// <summary>The published parameters the job ran with, by their names on the wire, the secret ones masked; null where the server does not tell.</summary>
    public IReadOnlyDictionary<string, FmeParameterValue>? Parameters { get; init; }

    /// <summary>All of it as a text of several lines.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        string workspace = Workspace is null ? "" : $" ({(Repository is null ? "" : Repository + "/")}{Workspace})";
        Line($"Job {Id}{workspace}: {(Status.Text.Length == 0 ? "status unknown" : Status.Text)}{(StatusMessage is null ? "" : $", {StatusMessage}")}");
        Line($"{(FeatureCount is { } count ? $"{count} features written, " : "")}{WarningCount} warnings, {ErrorCount} errors");
        if (FirstError is not null)
        {
            Line($"First error: {FirstError.Message}");
        }

        if (Parameters is { Count: > 0 })
        {
            Line($"Parameters:");
            foreach ((string name, FmeParameterValue value) in Parameters)
            {
                Line($"  {name} = {value}");
            }
        }

        if (LastLines.Count > 0)
        {
            Line($"The log's last lines:");
            foreach (string line in LastLines)
            {
                Line($"  {line}");
            }
        }

        return text.ToString();

        void Line(FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
    }
}
