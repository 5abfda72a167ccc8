using System.Text.Json;

namespace FmeTyped;

/// <summary>Reads the job records and results of REST API version 4, which are one level deep.</summary>
internal static class V4Records
{
    /// <summary>The record of a job; null where the JSON has no id.</summary>
    public static FmeJobRecord? ReadRecord(JsonElement json) =>
        json.GetInteger("id"u8) is { } id
            ? new FmeJobRecord
            {
                Id = id,
                Status = json.GetStatus() ?? default,
                StatusMessage = json.GetWords("statusMessage"u8),
                FeatureCount = json.GetInteger("featureOutputCount"u8),
                Repository = json.GetText("repository"u8),
                Workspace = json.GetText("workspace"u8),
                Queue = json.GetWords("queue"u8),

                // Recorded answers spell the second name otherwise than the document does, and lack the first.
                UserName = json.GetWords("userName"u8) ?? json.GetWords("runtimeUserName"u8) ?? json.GetWords("runtimeUsername"u8),
                Description = json.GetWords("description"u8),
                EngineName = json.GetWords("engineName"u8),
                EngineHost = json.GetWords("engineHost"u8),
                TimeQueued = json.GetTime("timeQueued"u8),
                TimeStarted = json.GetTime("timeStarted"u8),
                TimeFinished = json.GetTime("timeFinished"u8),
                ElapsedTime = json.GetMilliseconds("elapsedTime"u8),
                CpuTime = json.GetMilliseconds("cpuTime"u8),
                WarningCount = json.GetInteger("warningCount"u8),
                ErrorCount = json.GetInteger("errorCount"u8),
                LineCount = json.GetInteger("lineCount"u8),
                CpuPercent = json.GetNumber("cpuPercent"u8),

                // In kilobytes, says the document: A063.
                PeakMemory = json.GetInteger("peakMemoryUsage"u8) is >= 0 and < long.MaxValue / 1024 and { } kilobytes ? kilobytes * 1024 : null,
                QueueType = json.GetWords("queueType"u8),
                SourceType = json.GetWords("sourceType"u8),
                SourceName = json.GetWords("sourceName"u8),
                SourceId = json.GetWords("sourceID"u8),
                ResultDatasetDownloadUrl = json.GetUrl("resultDatasetDownloadUrl"u8),
                Directives = RepeatedDirectives.ReadMap(json),
                SuccessTopics = json.GetTexts("successTopics"u8),
                FailureTopics = json.GetTexts("failureTopics"u8),
                PublishedParameters = RepeatedParameters.ReadMap(json),
            }
            : null;

    /// <summary>What <see cref="FmeJobResult.From"/> makes of a record, without the rest of it; null where the JSON has no id.</summary>
    public static FmeJobResult? ReadEnd(JsonElement json, FmeJobStatus status) =>
        json.GetInteger("id"u8) is { } id
            ? new FmeJobResult
            {
                Id = id,
                Status = status,
                StatusMessage = json.GetWords("statusMessage"u8),
                FeatureCount = json.GetInteger("featureOutputCount"u8),
                WarningCount = json.GetInteger("warningCount"u8),
                ErrorCount = json.GetInteger("errorCount"u8),
                TimeQueued = json.GetTime("timeQueued"u8),
                TimeStarted = json.GetTime("timeStarted"u8),
                TimeFinished = json.GetTime("timeFinished"u8),
            }
            : null;

    /// <summary>The result that a waiting submission answers with; null where the JSON lacks id or status.</summary>
    public static FmeJobResult? ReadResult(JsonElement json) =>
        json.GetStatus() is { } status ? ReadEnd(json, status) : null;
}
