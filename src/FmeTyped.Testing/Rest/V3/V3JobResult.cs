namespace FmeTyped.Testing;

/// <summary>The result of a finished job. Shape: the article's response to transact, and the fmeflow-cli fixtures.</summary>
internal sealed record V3JobResult
{
    public required string TimeRequested { get; init; }

    public int RequesterResultPort { get; } = -1;

    public required long NumFeaturesOutput { get; init; }

    public string RequesterHost { get; } = "127.0.0.1";

    public string? TimeStarted { get; init; }

    public required long Id { get; init; }

    public required string TimeFinished { get; init; }

    public int Priority { get; } = -1;

    public required string StatusMessage { get; init; }

    public required string Status { get; init; }

    /// <summary>The address of the job's files, as in "Get Failed Jobs"; omitted if there are none.</summary>
    public Uri? ResultDatasetDownloadUrl { get; init; }

    /// <param name="job">A job that has finished.</param>
    public static V3JobResult From(JobState job) => new()
    {
        TimeRequested = JsonResponse.Time(job.Submitted),
        NumFeaturesOutput = job.FeatureCount,
        TimeStarted = job.Started is { } started ? JsonResponse.Time(started) : null,
        Id = job.Id,
        TimeFinished = JsonResponse.Time(job.Finished!.Value),
        StatusMessage = job.Message,
        ResultDatasetDownloadUrl = job.ResultUrl,
        Status = V3JobStatus.Word(job.ResultStatus),
    };
}
