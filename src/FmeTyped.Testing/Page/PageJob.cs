namespace FmeTyped.Testing;

/// <summary>A job in the page's list.</summary>
internal class PageJob(JobState job, DateTimeOffset now)
{
    protected JobState State => job;

    public long Id => job.Id;

    public string Workspace { get; } = PageText.OneLine(job.Order.Workspace.ToString());

    /// <summary>The look of its badge: a name of a style.</summary>
    public string Look => job.Status switch
    {
        JobStatus.Succeeded when job.IsSuccess => "good",
        JobStatus.Succeeded or JobStatus.Failed or JobStatus.CouldNotRun => "bad",
        JobStatus.Running => "busy",
        _ => "idle",
    };

    /// <summary>The text of its badge.</summary>
    public string Status => job.Status switch
    {
        JobStatus.Succeeded => job.IsSuccess ? "Succeeded" : "Succeeded, result failed",
        JobStatus.CouldNotRun => "Could not run",
        _ => job.Status.ToString(),
    };

    public string Message { get; } = PageText.OneLine(job.Message);

    public DateTimeOffset Submitted => job.Submitted;

    /// <summary>How long it has run, or ran; null if no engine has taken it.</summary>
    public double? Seconds => ((job.Finished ?? now) - job.Started)?.TotalSeconds;

    public IEnumerable<string> Problems => job.Order.Problems.Select(PageText.Lines);
}
