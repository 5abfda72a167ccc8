using System.Text.Json;

namespace FmeTyped;

/// <summary>Reads the job records and results of REST API version 3.</summary>
internal static class V3Records
{
    /// <summary>The record of a job; null where the JSON has no id.</summary>
    public static FmeJobRecord? ReadRecord(JsonElement json)
    {
        if (json.GetInteger("id") is not { } id)
        {
            return null;
        }

        JsonElement? result = json.GetObject("result");
        JsonElement? request = json.GetObject("request");
        JsonElement? notifications = request?.GetObject("NMDirectives");
        return new FmeJobRecord
        {
            Id = id,
            Status = json.GetStatus() ?? default,
            ResultStatus = result?.GetStatus(),
            StatusMessage = result?.GetWords("statusMessage"),
            FeatureCount = result?.GetStatus() is null ? null : result?.GetInteger("numFeaturesOutput"),
            Repository = json.GetText("repository"),
            Workspace = json.GetText("workspace"),
            Queue = request?.GetObject("TMDirectives")?.GetWords("tag"),
            UserName = json.GetWords("userName"),
            Description = json.GetWords("description"),
            EngineName = json.GetWords("engineName"),
            EngineHost = json.GetWords("engineHost"),
            TimeSubmitted = json.GetTime("timeSubmitted"),
            TimeQueued = json.GetTime("timeQueued"),
            TimeStarted = json.GetTime("timeStarted"),
            TimeFinished = json.GetTime("timeFinished"),
            ElapsedTime = json.GetMilliseconds("elapsedTime"),
            CpuTime = json.GetMilliseconds("cpuTime"),
            WarningCount = json.GetInteger("numWarnings"),
            ErrorCount = json.GetInteger("numErrors"),
            LineCount = json.GetInteger("numLines"),
            CpuPercent = json.GetNumber("cpuPct"),
            PeakMemory = json.GetInteger("peakMemUsage"),
            SourceType = json.GetWords("sourceType"),
            SourceName = json.GetWords("sourceName"),
            SourceId = json.GetWords("sourceID"),
            ResultDatasetDownloadUrl = result?.GetUrl("resultDatasetDownloadUrl"),
            Directives = notifications is { } given ? RepeatedDirectives.ReadArray(given) : null,
            SuccessTopics = notifications?.GetTexts("successTopics"),
            FailureTopics = notifications?.GetTexts("failureTopics"),
            PublishedParameters = request is { } repeated ? RepeatedParameters.ReadArray(repeated) : null,
        };
    }

    /// <summary>What <see cref="FmeJobResult.Of"/> makes of a record, without the rest of it; null where the JSON has no id.</summary>
    public static FmeJobResult? ReadEnd(JsonElement json, FmeJobStatus status)
    {
        if (json.GetInteger("id") is not { } id)
        {
            return null;
        }

        JsonElement? result = json.GetObject("result");
        FmeJobStatus? inner = result?.GetStatus();
        return new FmeJobResult
        {
            Id = id,
            Status = status.IsSuccess && inner is { IsSuccess: false } failure ? failure : status,
            StatusMessage = result?.GetWords("statusMessage"),
            FeatureCount = inner is null ? null : result?.GetInteger("numFeaturesOutput"),
            WarningCount = json.GetInteger("numWarnings"),
            ErrorCount = json.GetInteger("numErrors"),
            TimeQueued = json.GetTime("timeQueued"),
            TimeStarted = json.GetTime("timeStarted"),
            TimeFinished = json.GetTime("timeFinished"),
        };
    }

    /// <summary>The result that a transact answers with; null where the JSON lacks id or status.</summary>
    public static FmeJobResult? ReadResult(JsonElement json) =>
        json.GetInteger("id") is { } id && json.GetStatus() is { } status
            ? new FmeJobResult
            {
                Id = id,
                Status = status,
                StatusMessage = json.GetWords("statusMessage"),
                FeatureCount = json.GetInteger("numFeaturesOutput"),
                TimeQueued = json.GetTime("timeRequested"),
                TimeStarted = json.GetTime("timeStarted"),
                TimeFinished = json.GetTime("timeFinished"),
            }
            : null;
}
