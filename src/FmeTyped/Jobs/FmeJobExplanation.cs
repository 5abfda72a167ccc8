using System.Globalization;
using System.Text;
using FmeTyped.Schema.Facts;

namespace FmeTyped;

/// <summary>
/// Why a job ended as it did: what its record and its log say, in short. Secret parameters are masked, in the log's lines too. <see cref="ToString"/> gives it
/// as a text to read.
/// </summary>
public sealed class FmeJobExplanation
{
    internal FmeJobExplanation()
    {
    }

    /// <summary>How the job ended, or its current status. Warnings and errors are counted in the log if the record does not have their numbers.</summary>
    public FmeJobResult Result { get; internal init; } = null!;

    /// <summary>The repository; null if the server does not report it.</summary>
    public string? Repository { get; internal init; }

    /// <summary>The workspace's file name; null if the server does not report it.</summary>
    public string? Workspace { get; internal init; }

    /// <summary>The first error of the log, which is often the cause of the others; null if there is none.</summary>
    public FmeLogEntry? FirstError { get; internal init; }

    /// <summary>The last lines of the log; empty if there is no log.</summary>
    public IReadOnlyList<string> LastLines { get; internal init; } = [];

    /// <summary>The published parameters the job ran with, by their names on the wire, with secrets masked; null if the server does not report
    /// it.</summary>
    public IReadOnlyDictionary<string, FmeParameterValue>? Parameters { get; internal init; }

    /// <summary>Returns all of it as a text of several lines, with code points for control characters.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        string workspace = Workspace is null ? "" : $" ({(Repository is null ? "" : Repository + "/")}{Workspace})";
        string status = Result.Status.Text.Length == 0 ? "status unknown" : Result.Status.Text;
        Line($"Job {Result.Id}{workspace}: {status}{(Result.StatusMessage is { } message ? $", {message}" : "")}");
        Line($"{(Result.FeatureCount is { } count ? $"{count} features written, " : "")}{Result.WarningCount} warnings, {Result.ErrorCount} errors");
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

        void Line(FormattableString line) => text.Append(ControlCharacters.ShowOnOneLine(line.ToString(CultureInfo.InvariantCulture))).Append('\n');
    }
}
