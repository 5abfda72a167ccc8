using System.Text.Json;

namespace FmeTyped;

/// <summary>Reads the job records and results of REST API version 3.</summary>
internal static class V3Records
{
    /// <summary>The record of a job; null where the JSON has no id.</summary>
    public static FmeJobRecord? ReadRecord(JsonElement json)
    {
        if (json.GetInteger("id"u8) is not { } id)
        {
            return null;
        }

        JsonElement? result = json.GetObject("result"u8);
        JsonElement? request = json.GetObject("request"u8);
        JsonElement? notifications = request?.GetObject("NMDirectives"u8);
        return new FmeJobRecord
        {
            Id = id,
            Status = json.GetStatus() ?? default,
            ResultStatus = result?.GetStatus(),
            StatusMessage = result?.GetWords("statusMessage"u8),
            FeatureCount = result?.GetStatus() is null ? null : result?.GetInteger("numFeaturesOutput"u8),
            Repository = json.GetText("repository"u8),
            Workspace = json.GetText("workspace"u8),
            Queue = request?.GetObject("TMDirectives"u8)?.GetWords("tag"u8),
            UserName = json.GetWords("userName"u8),
            Description = json.GetWords("description"u8),
            EngineName = json.GetWords("engineName"u8),
            EngineHost = json.GetWords("engineHost"u8),
            TimeSubmitted = json.GetTime("timeSubmitted"u8),
            TimeQueued = json.GetTime("timeQueued"u8),
            TimeStarted = json.GetTime("timeStarted"u8),
            TimeFinished = json.GetTime("timeFinished"u8),
            ElapsedTime = json.GetMilliseconds("elapsedTime"u8),
            CpuTime = json.GetMilliseconds("cpuTime"u8),
            WarningCount = json.GetInteger("numWarnings"u8),
            ErrorCount = json.GetInteger("numErrors"u8),
            LineCount = json.GetInteger("numLines"u8),
            CpuPercent = json.GetNumber("cpuPct"u8),
            PeakMemory = json.GetInteger("peakMemUsage"u8),
            SourceType = json.GetWords("sourceType"u8),
            SourceName = json.GetWords("sourceName"u8),
            SourceId = json.GetWords("sourceID"u8),
            ResultDatasetDownloadUrl = result?.GetUrl("resultDatasetDownloadUrl"u8),
            Directives = notifications is { } given ? RepeatedDirectives.ReadArray(given) : null,
            SuccessTopics = notifications?.GetTexts("successTopics"u8),
            FailureTopics = notifications?.GetTexts("failureTopics"u8),
            PublishedParameters = request is { } repeated ? RepeatedParameters.ReadArray(repeated) : null,
        };
    }

    /// <summary>What <see cref="FmeJobResult.From"/> makes of a record, without the rest of it; null where the JSON has no id.</summary>
    public static FmeJobResult? ReadEnd(JsonElement json, FmeJobStatus status)
    {
        if (json.GetInteger("id"u8) is not { } id)
        {
            return null;
        }

        JsonElement? result = json.GetObject("result"u8);
        FmeJobStatus? inner = result?.GetStatus();
        return new FmeJobResult
        {
            Id = id,
            Status = status.IsSuccess && inner is { IsSuccess: false } failure ? failure : status,
            StatusMessage = result?.GetWords("statusMessage"u8),
            FeatureCount = inner is null ? null : result?.GetInteger("numFeaturesOutput"u8),
            WarningCount = json.GetInteger("numWarnings"u8),
            ErrorCount = json.GetInteger("numErrors"u8),
            TimeQueued = json.GetTime("timeQueued"u8),
            TimeStarted = json.GetTime("timeStarted"u8),
            TimeFinished = json.GetTime("timeFinished"u8),
        };
    }

    /// <summary>The result that a transact answers with; null where the JSON lacks id or status.</summary>
    public static FmeJobResult? ReadResult(JsonElement json) =>
        json.GetInteger("id"u8) is { } id && json.GetStatus() is { } status
            ? new FmeJobResult
            {
                Id = id,
                Status = status,
                StatusMessage = json.GetWords("statusMessage"u8),
                FeatureCount = json.GetInteger("numFeaturesOutput"u8),
                TimeQueued = json.GetTime("timeRequested"u8),
                TimeStarted = json.GetTime("timeStarted"u8),
                TimeFinished = json.GetTime("timeFinished"u8),
            }
            : null;
}
