using System.Text.Json;

namespace FmeTyped;

/// <summary>Reads the job records and results of REST API version 3.</summary>
internal static class V3Records
{
    /// <summary>
    /// How the job of a record ended, with the status as it was read; null if the JSON has no id. If the server reports success for the job and failure for its
    /// result, it is the failure.
    /// </summary>
    public static FmeJobResult? ReadResult(JsonElement json, FmeJobStatus status)
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
            StatusMessage = result?.GetNonBlankText("statusMessage"u8),
            FeatureCount = inner is null ? null : result?.GetInteger("numFeaturesOutput"u8),
            WarningCount = json.GetInteger("numWarnings"u8),
            ErrorCount = json.GetInteger("numErrors"u8),
            TimeQueued = json.GetTime("timeQueued"u8),
            TimeStarted = json.GetTime("timeStarted"u8),
            TimeFinished = json.GetTime("timeFinished"u8),
        };
    }

    /// <summary>The record of a job; null if the JSON has no id.</summary>
    public static FmeJobRecord? ReadRecord(JsonElement json)
    {
        FmeJobStatus status = json.GetStatus() ?? default;
        if (ReadResult(json, status) is not { } known)
        {
            return null;
        }

        JsonElement? result = json.GetObject("result"u8);
        JsonElement? request = json.GetObject("request"u8);
        JsonElement? notifications = request?.GetObject("NMDirectives"u8);
        return new FmeJobRecord
        {
            Id = known.Id,
            Status = status,
            ResultStatus = result?.GetStatus(),
            StatusMessage = known.StatusMessage,
            FeatureCount = known.FeatureCount,
            Repository = json.GetText("repository"u8),
            Workspace = json.GetText("workspace"u8),
            Queue = request?.GetObject("TMDirectives"u8)?.GetNonBlankText("tag"u8),
            UserName = json.GetNonBlankText("userName"u8),
            Description = json.GetNonBlankText("description"u8),
            EngineName = json.GetNonBlankText("engineName"u8),
            EngineHost = json.GetNonBlankText("engineHost"u8),
            TimeSubmitted = json.GetTime("timeSubmitted"u8),
            TimeQueued = known.TimeQueued,
            TimeStarted = known.TimeStarted,
            TimeFinished = known.TimeFinished,
            ElapsedTime = json.GetMilliseconds("elapsedTime"u8),
            CpuTime = json.GetMilliseconds("cpuTime"u8),
            WarningCount = known.WarningCount,
            ErrorCount = known.ErrorCount,
            LineCount = json.GetInteger("numLines"u8),
            CpuPercent = json.GetNumber("cpuPct"u8),
            PeakMemory = json.GetInteger("peakMemUsage"u8),
            SourceType = json.GetNonBlankText("sourceType"u8),
            SourceName = json.GetNonBlankText("sourceName"u8),
            SourceId = json.GetNonBlankText("sourceID"u8),
            ResultDatasetDownloadUrl = result?.GetUrl("resultDatasetDownloadUrl"u8),
            Directives = notifications is { } given ? ReadDirectives(given) : null,
            SuccessTopics = notifications?.GetTexts("successTopics"u8),
            FailureTopics = notifications?.GetTexts("failureTopics"u8),
            PublishedParameters = request is { } repeated ? ReadParameters(repeated) : null,
        };
    }

    /// <summary>The result in the response to a transact call; null if the JSON lacks id or status.</summary>
    public static FmeJobResult? ReadTransactResult(JsonElement json) =>
        json.GetInteger("id"u8) is { } id && json.GetStatus() is { } status
            ? new FmeJobResult
            {
                Id = id,
                Status = status,
                StatusMessage = json.GetNonBlankText("statusMessage"u8),
                FeatureCount = json.GetInteger("numFeaturesOutput"u8),
                TimeQueued = json.GetTime("timeRequested"u8),
                TimeStarted = json.GetTime("timeStarted"u8),
                TimeFinished = json.GetTime("timeFinished"u8),
            }
            : null;

    /// <summary>The published parameters of a job's request, an array of <c>{name, value}</c> or <c>{name, raw}</c>; null if there is none.</summary>
    public static IReadOnlyDictionary<string, FmeParameterValue>? ReadParameters(JsonElement request)
    {
        if (!request.TryGetProperty("publishedParameters"u8, out JsonElement parameters) || parameters.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        var values = new Dictionary<string, FmeParameterValue>(StringComparer.Ordinal);
        foreach (JsonElement entry in request.GetItems("publishedParameters"u8))
        {
            if (entry.GetText("name"u8) is { } name
                && (entry.TryGetProperty("value"u8, out JsonElement value) || entry.TryGetProperty("raw"u8, out value))
                && RepeatedValue.Read(value) is { } read)
            {
                values[name] = read;
            }
        }

        return values;
    }

    // An array of {name, value}. If it is missing, the record has none.
    private static Dictionary<string, string> ReadDirectives(JsonElement notifications)
    {
        var directives = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (JsonElement entry in notifications.GetItems("directives"u8))
        {
            if (entry.GetText("name"u8) is { } name)
            {
                directives[name] = entry.GetText("value"u8) ?? "";
            }
        }

        return directives;
    }
}
