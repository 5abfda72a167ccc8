namespace FmeTyped.Testing;

/// <summary>
/// A job in a list. Shape: fmeflow-cli fixtures, with the names of users as the OpenAPI document has them. The emulator measures
/// nothing, so processor and memory figures are 0.
/// </summary>
internal record V4JobSummary
{
    public V4JobSummary(JobState job)
    {
        Id = job.Id;
        Description = job.Order.Description;
        EngineHost = job.Engine;
        EngineName = EngineHost;
        ResultDatasetDownloadUrl = job.ResultUrl?.ToString() ?? "";
        UserName = job.User;
        Repository = job.Order.Workspace.Repository;
        Queue = job.Order.Queue;
        Status = V4JobStatus.Word(job.Status);
        TimeQueued = JsonResponse.Time(job.Submitted);
        TimeStarted = job.Started is { } started ? JsonResponse.Time(started) : null;
        TimeFinished = job.Finished is { } finished ? JsonResponse.Time(finished) : null;
        Workspace = job.Order.Workspace.Name;
        ElapsedTime = (long)job.Elapsed.TotalMilliseconds;
        LineCount = JobLog.Lines(job).Count;
        WarningCount = job.WarningCount;
        ErrorCount = job.ErrorCount;
    }

    public long Id { get; }

    public string Description { get; }

    public string? EngineHost { get; }

    public string? EngineName { get; }

    public string Repository { get; }

    public string Queue { get; }

    /// <summary>A word of the fixtures, which the OpenAPI document does not list.</summary>
    public string QueueType { get; } = "Standard";

    public string ResultDatasetDownloadUrl { get; }

    public string Status { get; }

    public string TimeQueued { get; }

    public string? TimeStarted { get; }

    public string? TimeFinished { get; }

    public string UserName { get; }

    public string UserID { get; } = V4User.Id;

    public string RuntimeUserName => UserName;

    public string RuntimeUserID { get; } = V4User.Id;

    public string Workspace { get; }

    public long ElapsedTime { get; }

    public long CpuTime { get; }

    public double CpuPercent { get; }

    public long PeakMemoryUsage { get; }

    public int LineCount { get; }

    public int WarningCount { get; }

    public int ErrorCount { get; }
}
