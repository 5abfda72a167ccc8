namespace FmeTyped.Testing;

/// <summary>The result of a finished job. Shape: fmeflow-cli fixture of the transact call.</summary>
internal sealed record V4JobResult
{
    public required long Id { get; init; }

    public required long FeatureOutputCount { get; init; }

    public string RequesterHost { get; } = "127.0.0.1";

    public int RequesterResultPort { get; } = -1;

    /// <summary>The address of the job's files; omitted if there are none.</summary>
    public Uri? ResultDatasetDownloadUrl { get; init; }

    public required string Status { get; init; }

    public required string StatusMessage { get; init; }

    public required string TimeFinished { get; init; }

    public required string TimeQueued { get; init; }

    public string? TimeStarted { get; init; }

    /// <param name="job">A job that has finished.</param>
    public static V4JobResult From(JobState job) => new()
    {
        Id = job.Id,
        ResultDatasetDownloadUrl = job.ResultUrl,
        FeatureOutputCount = job.FeatureCount,
        Status = V4JobStatus.Word(job.ResultStatus),
        StatusMessage = job.Message,
        TimeFinished = JsonResponse.Time(job.Finished!.Value),
        TimeQueued = JsonResponse.Time(job.Submitted),
        TimeStarted = job.Started is { } started ? JsonResponse.Time(started) : null,
    };
}
