using System.Globalization;
using FmeTyped.Metadata;
using Microsoft.Extensions.Logging;

namespace FmeTyped.Testing;

/// <content>Results. Each parameter is the property of its name, which says what it means.</content>
public static partial class FmeTestData
{
    /// <summary>How a job ended.</summary>
#pragma warning disable CS1573 // The properties of the result describe the parameters.
    public static FmeJobResult JobResult(
        long id,
        string status = "SUCCESS",
        string? statusMessage = null,
        long? featureCount = null,
        long? minimumFeatures = null,
        long? warningCount = null,
        long? errorCount = null,
        DateTimeOffset? timeQueued = null,
        DateTimeOffset? timeStarted = null,
        DateTimeOffset? timeFinished = null) => new()
        {
            Id = id,
            Status = new FmeJobStatus(status),
            StatusMessage = statusMessage,
            FeatureCount = featureCount,
            MinimumFeatures = minimumFeatures,
            WarningCount = warningCount,
            ErrorCount = errorCount,
            TimeQueued = timeQueued,
            TimeStarted = timeStarted,
            TimeFinished = timeFinished,
        };

    /// <summary>What the server says of a job.</summary>
    public static FmeJobRecord JobRecord(
        long id,
        string status = "SUCCESS",
        string? resultStatus = null,
        string? statusMessage = null,
        string? repository = null,
        string? workspace = null,
        string? queue = null,
        string? queueType = null,
        string? userName = null,
        string? description = null,
        string? engineName = null,
        string? engineHost = null,
        DateTimeOffset? timeSubmitted = null,
        DateTimeOffset? timeQueued = null,
        DateTimeOffset? timeStarted = null,
        DateTimeOffset? timeFinished = null,
        TimeSpan? elapsedTime = null,
        TimeSpan? cpuTime = null,
        double? cpuPercent = null,
        long? peakMemory = null,
        long? featureCount = null,
        long? warningCount = null,
        long? errorCount = null,
        long? lineCount = null,
        string? sourceType = null,
        string? sourceName = null,
        string? sourceId = null,
        Uri? resultDatasetDownloadUrl = null,
        IReadOnlyDictionary<string, string>? directives = null,
        IReadOnlyList<string>? successTopics = null,
        IReadOnlyList<string>? failureTopics = null,
        IReadOnlyDictionary<string, FmeParameterValue>? publishedParameters = null) => new()
        {
            Id = id,
            Status = new FmeJobStatus(status),
            ResultStatus = resultStatus is null ? null : new FmeJobStatus(resultStatus),
            StatusMessage = statusMessage,
            Repository = repository,
            Workspace = workspace,
            Queue = queue,
            QueueType = queueType,
            UserName = userName,
            Description = description,
            EngineName = engineName,
            EngineHost = engineHost,
            TimeSubmitted = timeSubmitted,
            TimeQueued = timeQueued,
            TimeStarted = timeStarted,
            TimeFinished = timeFinished,
            ElapsedTime = elapsedTime,
            CpuTime = cpuTime,
            CpuPercent = cpuPercent,
            PeakMemory = peakMemory,
            FeatureCount = featureCount,
            WarningCount = warningCount,
            ErrorCount = errorCount,
            LineCount = lineCount,
            SourceType = sourceType,
            SourceName = sourceName,
            SourceId = sourceId,
            ResultDatasetDownloadUrl = resultDatasetDownloadUrl,
            Directives = directives,
            SuccessTopics = successTopics,
            FailureTopics = failureTopics,
            PublishedParameters = publishedParameters,
        };

    /// <summary>A list of jobs, as <see cref="FmeFlowClient.ListJobsAsync"/> gives it.</summary>
    /// <param name="jobs">The jobs.</param>
    public static FmeJobList JobList(params FmeJobRecord[] jobs)
    {
        ArgumentNullException.ThrowIfNull(jobs);
        return new((_, _) => ReadAsync(jobs), CancellationToken.None);
    }

    /// <summary>One line of a job's log.</summary>
    public static FmeLogEntry LogEntry(
        string message,
        LogLevel level = LogLevel.Information,
        string severity = "INFORM",
        long? number = null,
        DateTimeOffset? time = null,
        TimeSpan? elapsed = null,
        TimeSpan? duration = null) => new()
        {
            Message = message,
            Level = level,
            Severity = severity,
            Number = number,
            Time = time,
            Elapsed = elapsed,
            Duration = duration,
        };

    /// <summary>Why a job ended as it did.</summary>
    public static FmeJobExplanation JobExplanation(
        FmeJobResult result,
        string? repository = null,
        string? workspace = null,
        FmeLogEntry? firstError = null,
        IReadOnlyList<string>? lastLines = null,
        IReadOnlyDictionary<string, FmeParameterValue>? parameters = null)
    {
        ArgumentNullException.ThrowIfNull(result);
        return new()
        {
            Result = result,
            Repository = repository,
            Workspace = workspace,
            FirstError = firstError,
            LastLines = lastLines ?? [],
            Parameters = parameters,
        };
    }

    /// <summary>One item of a batch, and its outcome.</summary>
    /// <typeparam name="T">The type of the requests.</typeparam>
    public static FmeBatchItem<T> BatchItem<T>(
        T request, FmeBatchOutcome outcome, long index = 0, string? key = null, FmeJob? job = null, FmeJobResult? result = null, Exception? error = null)
        where T : IFmeRequest => new()
        {
            Request = request,
            Outcome = outcome,
            Index = index,
            Key = key ?? index.ToString(CultureInfo.InvariantCulture),
            Job = job,
            Result = result,
            Error = error,
        };

    /// <summary>How far a batch is.</summary>
    public static FmeBatchProgress BatchProgress(long taken, long inFlight = 0, long succeeded = 0, long skipped = 0, long failed = 0) =>
        new() { Taken = taken, InFlight = inFlight, Succeeded = succeeded, Skipped = skipped, Failed = failed };

    /// <summary>How far an upload is.</summary>
    public static FmeUploadProgress UploadProgress(string file, long bytesSent, long? totalBytes = null) => new(file, bytesSent, totalBytes);

    /// <summary>A file or folder in a shared resource.</summary>
    public static FmeResourceEntry ResourceEntry(string path, bool isFolder = false, long? size = null, DateTimeOffset? modified = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        return new() { Name = path.TrimEnd('/').Split('/')[^1], Path = path, IsFolder = isFolder, Size = size, Modified = modified };
    }
#pragma warning restore CS1573

    /// <summary>What a job wrote.</summary>
    /// <param name="content">The data, which the result disposes of.</param>
    /// <param name="fileName">The name of the file; null where the server does not say.</param>
    /// <param name="mediaType">The type of the data; null where the server does not say.</param>
    /// <param name="jobId">The job that wrote it; null for data that was streamed.</param>
    public static FmeDownload Download(Stream content, string? fileName = null, string? mediaType = null, long? jobId = null)
    {
        ArgumentNullException.ThrowIfNull(content);
        var context = new ErrorContext("read the result", jobId);
        return new(new ResultStream(content, start: default, new SizeLimit(maximumSize: null, context)), context, maximumSize: null)
        {
            FileName = fileName,
            MediaType = mediaType,
            Length = content.CanSeek ? content.Length - content.Position : null,
        };
    }

    private static async IAsyncEnumerable<FmeJobRecord> ReadAsync(FmeJobRecord[] jobs)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        foreach (FmeJobRecord job in jobs)
        {
            yield return job;
        }
    }
}
