using System.Globalization;
using FmeTyped.Metadata;
using Microsoft.Extensions.Logging;

namespace FmeTyped.Testing;

/// <content>Results.</content>
public static partial class FmeTestData
{
    /// <summary>How a job ended.</summary>
    /// <param name="id"><see cref="FmeJobResult.Id"/>.</param>
    /// <param name="status"><see cref="FmeJobResult.Status"/>.</param>
    /// <param name="statusMessage"><see cref="FmeJobResult.StatusMessage"/>.</param>
    /// <param name="featureCount"><see cref="FmeJobResult.FeatureCount"/>.</param>
    /// <param name="minimumFeatures"><see cref="FmeJobResult.MinimumFeatures"/>.</param>
    /// <param name="warningCount"><see cref="FmeJobResult.WarningCount"/>.</param>
    /// <param name="errorCount"><see cref="FmeJobResult.ErrorCount"/>.</param>
    /// <param name="timeQueued"><see cref="FmeJobResult.TimeQueued"/>.</param>
    /// <param name="timeStarted"><see cref="FmeJobResult.TimeStarted"/>.</param>
    /// <param name="timeFinished"><see cref="FmeJobResult.TimeFinished"/>.</param>
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

    /// <summary>A job's record.</summary>
    /// <param name="id"><see cref="FmeJobRecord.Id"/>.</param>
    /// <param name="status"><see cref="FmeJobRecord.Status"/>.</param>
    /// <param name="resultStatus"><see cref="FmeJobRecord.ResultStatus"/>.</param>
    /// <param name="statusMessage"><see cref="FmeJobRecord.StatusMessage"/>.</param>
    /// <param name="repository"><see cref="FmeJobRecord.Repository"/>.</param>
    /// <param name="workspace"><see cref="FmeJobRecord.Workspace"/>.</param>
    /// <param name="queue"><see cref="FmeJobRecord.Queue"/>.</param>
    /// <param name="queueType"><see cref="FmeJobRecord.QueueType"/>.</param>
    /// <param name="userName"><see cref="FmeJobRecord.UserName"/>.</param>
    /// <param name="description"><see cref="FmeJobRecord.Description"/>.</param>
    /// <param name="engineName"><see cref="FmeJobRecord.EngineName"/>.</param>
    /// <param name="engineHost"><see cref="FmeJobRecord.EngineHost"/>.</param>
    /// <param name="timeSubmitted"><see cref="FmeJobRecord.TimeSubmitted"/>.</param>
    /// <param name="timeQueued"><see cref="FmeJobRecord.TimeQueued"/>.</param>
    /// <param name="timeStarted"><see cref="FmeJobRecord.TimeStarted"/>.</param>
    /// <param name="timeFinished"><see cref="FmeJobRecord.TimeFinished"/>.</param>
    /// <param name="elapsedTime"><see cref="FmeJobRecord.ElapsedTime"/>.</param>
    /// <param name="cpuTime"><see cref="FmeJobRecord.CpuTime"/>.</param>
    /// <param name="cpuPercent"><see cref="FmeJobRecord.CpuPercent"/>.</param>
    /// <param name="peakMemory"><see cref="FmeJobRecord.PeakMemory"/>.</param>
    /// <param name="featureCount"><see cref="FmeJobRecord.FeatureCount"/>.</param>
    /// <param name="warningCount"><see cref="FmeJobRecord.WarningCount"/>.</param>
    /// <param name="errorCount"><see cref="FmeJobRecord.ErrorCount"/>.</param>
    /// <param name="lineCount"><see cref="FmeJobRecord.LineCount"/>.</param>
    /// <param name="sourceType"><see cref="FmeJobRecord.SourceType"/>.</param>
    /// <param name="sourceName"><see cref="FmeJobRecord.SourceName"/>.</param>
    /// <param name="sourceId"><see cref="FmeJobRecord.SourceId"/>.</param>
    /// <param name="resultDatasetDownloadUrl"><see cref="FmeJobRecord.ResultDatasetDownloadUrl"/>.</param>
    /// <param name="directives"><see cref="FmeJobRecord.Directives"/>.</param>
    /// <param name="successTopics"><see cref="FmeJobRecord.SuccessTopics"/>.</param>
    /// <param name="failureTopics"><see cref="FmeJobRecord.FailureTopics"/>.</param>
    /// <param name="publishedParameters"><see cref="FmeJobRecord.PublishedParameters"/>.</param>
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

    /// <summary>A list of jobs, as <see cref="FmeFlowClient.ListJobsAsync"/> returns it.</summary>
    /// <param name="jobs">The jobs.</param>
    public static FmeJobList JobList(params FmeJobRecord[] jobs)
    {
        ArgumentNullException.ThrowIfNull(jobs);
        return new((_, _) => ReadAsync(jobs), CancellationToken.None);
    }

    /// <summary>One line of a job's log.</summary>
    /// <param name="message"><see cref="FmeLogEntry.Message"/>.</param>
    /// <param name="level"><see cref="FmeLogEntry.Level"/>.</param>
    /// <param name="severity"><see cref="FmeLogEntry.Severity"/>.</param>
    /// <param name="number"><see cref="FmeLogEntry.Number"/>.</param>
    /// <param name="time"><see cref="FmeLogEntry.Time"/>.</param>
    /// <param name="elapsed"><see cref="FmeLogEntry.Elapsed"/>.</param>
    /// <param name="duration"><see cref="FmeLogEntry.Duration"/>.</param>
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
    /// <param name="result"><see cref="FmeJobExplanation.Result"/>.</param>
    /// <param name="repository"><see cref="FmeJobExplanation.Repository"/>.</param>
    /// <param name="workspace"><see cref="FmeJobExplanation.Workspace"/>.</param>
    /// <param name="firstError"><see cref="FmeJobExplanation.FirstError"/>.</param>
    /// <param name="lastLines"><see cref="FmeJobExplanation.LastLines"/>.</param>
    /// <param name="parameters"><see cref="FmeJobExplanation.Parameters"/>.</param>
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
    /// <param name="request"><see cref="FmeBatchItem{T}.Request"/>.</param>
    /// <param name="outcome"><see cref="FmeBatchItem{T}.Outcome"/>.</param>
    /// <param name="index"><see cref="FmeBatchItem{T}.Index"/>.</param>
    /// <param name="key"><see cref="FmeBatchItem{T}.Key"/>.</param>
    /// <param name="job"><see cref="FmeBatchItem{T}.Job"/>.</param>
    /// <param name="result"><see cref="FmeBatchItem{T}.Result"/>.</param>
    /// <param name="error"><see cref="FmeBatchItem{T}.Error"/>.</param>
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

    /// <summary>The progress of a batch.</summary>
    /// <param name="taken"><see cref="FmeBatchProgress.Taken"/>.</param>
    /// <param name="inFlight"><see cref="FmeBatchProgress.InFlight"/>.</param>
    /// <param name="succeeded"><see cref="FmeBatchProgress.Succeeded"/>.</param>
    /// <param name="skipped"><see cref="FmeBatchProgress.Skipped"/>.</param>
    /// <param name="failed"><see cref="FmeBatchProgress.Failed"/>.</param>
    public static FmeBatchProgress BatchProgress(long taken, long inFlight = 0, long succeeded = 0, long skipped = 0, long failed = 0) =>
        new() { Taken = taken, InFlight = inFlight, Succeeded = succeeded, Skipped = skipped, Failed = failed };

    /// <summary>The progress of an upload.</summary>
    /// <param name="file"><see cref="FmeUploadProgress.File"/>.</param>
    /// <param name="bytesSent"><see cref="FmeUploadProgress.BytesSent"/>.</param>
    /// <param name="totalBytes"><see cref="FmeUploadProgress.TotalBytes"/>.</param>
    public static FmeUploadProgress UploadProgress(string file, long bytesSent, long? totalBytes = null) => new(file, bytesSent, totalBytes);

    /// <summary>A file or folder in a shared resource.</summary>
    /// <param name="path"><see cref="FmeResourceEntry.Path"/>.</param>
    /// <param name="isFolder"><see cref="FmeResourceEntry.IsFolder"/>.</param>
    /// <param name="size"><see cref="FmeResourceEntry.Size"/>.</param>
    /// <param name="modified"><see cref="FmeResourceEntry.Modified"/>.</param>
    public static FmeResourceEntry ResourceEntry(string path, bool isFolder = false, long? size = null, DateTimeOffset? modified = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        return new() { Name = path.TrimEnd('/').Split('/')[^1], Path = path, IsFolder = isFolder, Size = size, Modified = modified };
    }

    /// <summary>What a job wrote.</summary>
    /// <param name="content">The data, which the result disposes of.</param>
    /// <param name="fileName">The name of the file; null if the server does not say.</param>
    /// <param name="mediaType">The type of the data; null if the server does not say.</param>
    /// <param name="jobId">The job that wrote it; null for streamed data.</param>
    public static FmeDownload Download(Stream content, string? fileName = null, string? mediaType = null, long? jobId = null)
    {
        ArgumentNullException.ThrowIfNull(content);
        var context = new ErrorContext(jobId is null ? "read the result" : "read the result of job", jobId);
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
