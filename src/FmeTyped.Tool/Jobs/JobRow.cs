using System.Globalization;
using FmeTyped.Tool.Terminal;
using Spectre.Console;

namespace FmeTyped.Tool.Jobs;

/// <summary>A job of a list. What the server does not report is null.</summary>
internal sealed record JobRow
{
    /// <summary>The headers of the table of jobs.</summary>
    public static readonly string[] Headers = ["Id", "Status", "Workspace", "Submitted", "Duration", "Message"];

    public required long Id { get; init; }

    /// <summary>The status in the server's word.</summary>
    public required string Status { get; init; }

    public string? Repository { get; init; }

    public string? Workspace { get; init; }

    public string? Queue { get; init; }

    public string? UserName { get; init; }

    public DateTimeOffset? Submitted { get; init; }

    public DateTimeOffset? Started { get; init; }

    public DateTimeOffset? Finished { get; init; }

    /// <summary>How long the job ran, or has been running so far.</summary>
    public double? Seconds { get; init; }

    public string? Message { get; init; }

    /// <summary>Why the job failed, if that was asked.</summary>
    public JobExplanation? Explanation { get; init; }

    internal Color? Color { get; init; }

    public static JobRow From(FmeJobRecord job, DateTimeOffset now) => new()
    {
        Id = job.Id,
        Status = job.Status.Text,
        Repository = job.Repository,
        Workspace = job.Workspace,
        Queue = job.Queue,
        UserName = job.UserName,
        Submitted = job.TimeSubmitted ?? job.TimeQueued,
        Started = job.TimeStarted,
        Finished = job.TimeFinished,
        Seconds = (job.ElapsedTime ?? ((job.Status.IsFinal ? job.TimeFinished : now) - job.TimeStarted))?.TotalSeconds,
        Message = job.StatusMessage,
        Color = HasFailed(job) ? Spectre.Console.Color.Red
            : job.Status.IsSuccess ? Spectre.Console.Color.Green
            : job.Status.IsFinal ? Spectre.Console.Color.Grey
            : Spectre.Console.Color.Yellow,
    };

    public static bool HasFailed(FmeJobRecord job) => job.Status.IsFailure || job.ResultStatus is { IsFailure: true };

    public Cell[] ToCells() =>
    [
        Id.ToString(CultureInfo.InvariantCulture),
        new(Status, Color),
        $"{Repository}/{Workspace}",
        Submitted?.ToString("u", CultureInfo.InvariantCulture),
        Seconds is { } seconds ? DurationText.From(TimeSpan.FromSeconds(seconds)) : "",
        Message,
    ];
}
