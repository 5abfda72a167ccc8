using System.Text.Json;

namespace FmeTyped;

/// <summary>Reads the job records and results of REST API version 4, which are one level deep.</summary>
internal static class V4Records
{
    /// <summary>The record of a job; null where the JSON has no id.</summary>
    public static FmeJobRecord? ReadRecord(JsonElement json) =>
        json.GetInteger("id") is { } id
            ? new FmeJobRecord
            {
                Id = id,
                Status = json.GetStatus() ?? default,
                StatusMessage = json.GetWords("statusMessage"),
                FeatureCount = json.GetInteger("featureOutputCount"),
                Repository = json.GetText("repository"),
                Workspace = json.GetText("workspace"),
                Queue = json.GetWords("queue"),

                // Recorded answers spell the second name otherwise than the document does, and lack the first.
                UserName = json.GetWords("userName") ?? json.GetWords("runtimeUserName") ?? json.GetWords("runtimeUsername"),
                Description = json.GetWords("description"),
                EngineName = json.GetWords("engineName"),
                EngineHost = json.GetWords("engineHost"),
                TimeQueued = json.GetTime("timeQueued"),
                TimeStarted = json.GetTime("timeStarted"),
                TimeFinished = json.GetTime("timeFinished"),
                ElapsedTime = json.GetMilliseconds("elapsedTime"),
                CpuTime = json.GetMilliseconds("cpuTime"),
                WarningCount = json.GetInteger("warningCount"),
                ErrorCount = json.GetInteger("errorCount"),
                LineCount = json.GetInteger("lineCount"),
                CpuPercent = json.GetNumber("cpuPercent"),

                // In kilobytes, says the document: A063.
                PeakMemory = json.GetInteger("peakMemoryUsage") is >= 0 and < long.MaxValue / 1024 and { } kilobytes ? kilobytes * 1024 : null,
                QueueType = json.GetWords("queueType"),
                SourceType = json.GetWords("sourceType"),
                SourceName = json.GetWords("sourceName"),
                SourceId = json.GetWords("sourceID"),
                ResultDatasetDownloadUrl = json.GetUrl("resultDatasetDownloadUrl"),
                Directives = RepeatedDirectives.ReadMap(json),
                SuccessTopics = json.GetTexts("successTopics"),
                FailureTopics = json.GetTexts("failureTopics"),
                PublishedParameters = RepeatedParameters.ReadMap(json),
            }
            : null;

    /// <summary>What <see cref="FmeJobResult.Of"/> makes of a record, without the rest of it; null where the JSON has no id.</summary>
    public static FmeJobResult? ReadEnd(JsonElement json, FmeJobStatus status) =>
        json.GetInteger("id") is { } id
            ? new FmeJobResult
            {
                Id = id,
                Status = status,
                StatusMessage = json.GetWords("statusMessage"),
                FeatureCount = json.GetInteger("featureOutputCount"),
                WarningCount = json.GetInteger("warningCount"),
                ErrorCount = json.GetInteger("errorCount"),
                TimeQueued = json.GetTime("timeQueued"),
                TimeStarted = json.GetTime("timeStarted"),
                TimeFinished = json.GetTime("timeFinished"),
            }
            : null;

    /// <summary>The result that a waiting submission answers with; null where the JSON lacks id or status.</summary>
    public static FmeJobResult? ReadResult(JsonElement json) =>
        json.GetStatus() is { } status ? ReadEnd(json, status) : null;
}
