namespace FmeTyped.Testing;

/// <summary>A job. Shape: fmeflow-cli fixtures. The emulator measures nothing, so processor and memory figures are 0.</summary>
internal sealed record V3JobRecord
{
    public required V3JobRequest Request { get; init; }

    public string? TimeDelivered { get; init; }

    public required string Workspace { get; init; }

    public required int NumErrors { get; init; }

    public required int NumLines { get; init; }

    public string? EngineHost { get; init; }

    public required string TimeQueued { get; init; }

    public double CpuPct { get; }

    public required string Description { get; init; }

    public string? TimeStarted { get; init; }

    public required string Repository { get; init; }

    public required string UserName { get; init; }

    public V3JobResult? Result { get; init; }

    public long CpuTime { get; }

    public required long Id { get; init; }

    public string? TimeFinished { get; init; }

    public string? EngineName { get; init; }

    public required int NumWarnings { get; init; }

    public required string TimeSubmitted { get; init; }

    public required long ElapsedTime { get; init; }

    public long PeakMemUsage { get; }

    public required string Status { get; init; }

    public static V3JobRecord From(JobState job)
    {
        string? started = job.Started is { } start ? JsonResponse.Time(start) : null;
        string? finished = job.Finished is { } end ? JsonResponse.Time(end) : null;
        return new()
        {
            Request = V3JobRequest.From(job),
            TimeDelivered = finished,
            Workspace = job.Order.Workspace.Name,
            NumErrors = job.ErrorCount,
            NumLines = JobLog.Lines(job).Count,
            EngineHost = job.Engine,
            TimeQueued = JsonResponse.Time(job.Submitted),
            Description = job.Order.Description,
            TimeStarted = started,
            Repository = job.Order.Workspace.Repository,
            UserName = job.User,
            Result = job.IsFinished ? V3JobResult.From(job) : null,
            Id = job.Id,
            TimeFinished = finished,
            EngineName = job.Engine,
            NumWarnings = job.WarningCount,
            TimeSubmitted = JsonResponse.Time(job.Submitted),
            ElapsedTime = (long)job.Elapsed.TotalMilliseconds,
            Status = V3JobStatus.Word(job.Status),
        };
    }
}
