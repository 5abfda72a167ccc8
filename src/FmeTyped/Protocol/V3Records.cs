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
        return new FmeJobRecord
        {
            Id = id,
            Status = ReadStatus(json) ?? default,
            ResultStatus = result is { } inner ? ReadStatus(inner) : null,
            StatusMessage = NotBlank(result?.GetText("statusMessage")),
            FeatureCount = ReadStatus(result) is null ? null : result?.GetInteger("numFeaturesOutput"),
            Repository = json.GetText("repository"),
            Workspace = json.GetText("workspace"),
            UserName = NotBlank(json.GetText("userName")),
            Description = NotBlank(json.GetText("description")),
            EngineName = NotBlank(json.GetText("engineName")),
            EngineHost = NotBlank(json.GetText("engineHost")),
            TimeSubmitted = json.GetTime("timeSubmitted"),
            TimeQueued = json.GetTime("timeQueued"),
            TimeStarted = json.GetTime("timeStarted"),
            TimeFinished = json.GetTime("timeFinished"),
            ElapsedTime = json.GetMilliseconds("elapsedTime"),
            CpuTime = json.GetMilliseconds("cpuTime"),
            WarningCount = json.GetInteger("numWarnings"),
            ErrorCount = json.GetInteger("numErrors"),
            LineCount = json.GetInteger("numLines"),
            PublishedParameters = json.GetObject("request") is { } request ? V3Parameters.Read(request) : null,
        };
    }

    /// <summary>The result that a transact answers with; null where the JSON lacks id or status.</summary>
    public static FmeJobResult? ReadResult(JsonElement json) =>
        json.GetInteger("id") is { } id && ReadStatus(json) is { } status
            ? new FmeJobResult
            {
                Id = id,
                Status = status,
                StatusMessage = NotBlank(json.GetText("statusMessage")),
                FeatureCount = json.GetInteger("numFeaturesOutput"),
                TimeQueued = json.GetTime("timeRequested"),
                TimeStarted = json.GetTime("timeStarted"),
                TimeFinished = json.GetTime("timeFinished"),
            }
            : null;

    // An empty status is how some servers say that there is no result yet.
    private static FmeJobStatus? ReadStatus(JsonElement? json) => NotBlank(json?.GetText("status")) is { } text ? new FmeJobStatus(text) : null;

    private static string? NotBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
