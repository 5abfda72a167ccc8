using System.Text.Json;

namespace FmeTyped;

/// <summary>Reads the job records and results of REST API version 4, which are one level deep.</summary>
internal static class V4Records
{
    /// <summary>How the job of a record ended, with the status as it was read; null if the JSON has no id.</summary>
    public static FmeJobResult? ReadResult(JsonElement json, FmeJobStatus status) =>
        json.GetInteger("id"u8) is { } id
            ? new FmeJobResult
            {
                Id = id,
                Status = status,
                StatusMessage = json.GetNonBlankText("statusMessage"u8),
                FeatureCount = json.GetInteger("featureOutputCount"u8),
                WarningCount = json.GetInteger("warningCount"u8),
                ErrorCount = json.GetInteger("errorCount"u8),
                TimeQueued = json.GetTime("timeQueued"u8),
                TimeStarted = json.GetTime("timeStarted"u8),
                TimeFinished = json.GetTime("timeFinished"u8),
            }
            : null;

    /// <summary>The record of a job; null if the JSON has no id.</summary>
    public static FmeJobRecord? ReadRecord(JsonElement json) =>
        ReadResult(json, json.GetStatus() ?? default) is { } known
            ? new FmeJobRecord
            {
                Id = known.Id,
                Status = known.Status,
                StatusMessage = known.StatusMessage,
                FeatureCount = known.FeatureCount,
                Repository = json.GetText("repository"u8),
                Workspace = json.GetText("workspace"u8),
                Queue = json.GetNonBlankText("queue"u8),

                // Recorded responses spell the second name differently from the document, and lack the first.
                UserName = json.GetNonBlankText("userName"u8) ?? json.GetNonBlankText("runtimeUserName"u8) ?? json.GetNonBlankText("runtimeUsername"u8),
                Description = json.GetNonBlankText("description"u8),
                EngineName = json.GetNonBlankText("engineName"u8),
                EngineHost = json.GetNonBlankText("engineHost"u8),
                TimeQueued = known.TimeQueued,
                TimeStarted = known.TimeStarted,
                TimeFinished = known.TimeFinished,
                ElapsedTime = json.GetMilliseconds("elapsedTime"u8),
                CpuTime = json.GetMilliseconds("cpuTime"u8),
                WarningCount = known.WarningCount,
                ErrorCount = known.ErrorCount,
                LineCount = json.GetInteger("lineCount"u8),
                CpuPercent = json.GetNumber("cpuPercent"u8),

                // In kilobytes, according to the document: A063.
                PeakMemory = json.GetInteger("peakMemoryUsage"u8) is >= 0 and < long.MaxValue / 1024 and { } kilobytes ? kilobytes * 1024 : null,
                QueueType = json.GetNonBlankText("queueType"u8),
                SourceType = json.GetNonBlankText("sourceType"u8),
                SourceName = json.GetNonBlankText("sourceName"u8),
                SourceId = json.GetNonBlankText("sourceID"u8),
                ResultDatasetDownloadUrl = json.GetUrl("resultDatasetDownloadUrl"u8),
                Directives = ReadDirectives(json),
                SuccessTopics = json.GetTexts("successTopics"u8),
                FailureTopics = json.GetTexts("failureTopics"u8),
                PublishedParameters = ReadParameters(json),
            }
            : null;

    /// <summary>The result in the response to a transact call; null if the JSON lacks id or status.</summary>
    public static FmeJobResult? ReadTransactResult(JsonElement json) => json.GetStatus() is { } status ? ReadResult(json, status) : null;

    /// <summary>An entry of a log that the server has parsed; null if the JSON is not one.</summary>
    public static FmeLogEntry? ReadLogEntry(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        string severity = json.GetNonBlankText("status"u8) ?? "";
        return new FmeLogEntry
        {
            Number = json.GetInteger("number"u8),
            Time = json.GetTime("time"u8),
            Elapsed = LogLines.ReadSeconds(json.GetText("elapsed"u8)),
            Duration = LogLines.ReadSeconds(json.GetText("duration"u8)),
            Level = LogLines.LevelOf(severity),
            Severity = severity,
            Message = json.GetText("message"u8) ?? json.GetText("line"u8) ?? "",
        };
    }

    // An object of names and values. The server adds some of its own, here and in the directives.
    private static Dictionary<string, FmeParameterValue>? ReadParameters(JsonElement record)
    {
        if (record.GetObject("publishedParameters"u8) is not { } parameters)
        {
            return null;
        }

        var values = new Dictionary<string, FmeParameterValue>(StringComparer.Ordinal);
        foreach (JsonProperty entry in parameters.EnumerateObject())
        {
            if (RepeatedValue.Read(entry.Value) is { } read)
            {
                values[entry.Name] = read;
            }
        }

        return values;
    }

    private static Dictionary<string, string>? ReadDirectives(JsonElement record)
    {
        if (record.GetObject("directives"u8) is not { } map)
        {
            return null;
        }

        var directives = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (JsonProperty entry in map.EnumerateObject())
        {
            directives[entry.Name] = entry.Value.ValueKind == JsonValueKind.String ? entry.Value.GetString()! : entry.Value.GetRawText();
        }

        return directives;
    }
}
