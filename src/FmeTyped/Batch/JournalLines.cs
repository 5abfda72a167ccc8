using System.Buffers;
using System.Text.Json;

namespace FmeTyped;

/// <summary>Writes and reads the lines of a journal, a JSON object each.</summary>
internal static class JournalLines
{
    private static readonly (JournalState State, string Word)[] Words =
    [
        (JournalState.Intended, "intent"),
        (JournalState.Submitted, "submitted"),
        (JournalState.Withdrawn, "withdrawn"),
        (JournalState.Done, "done"),
    ];

    /// <summary>The line, with its line feed.</summary>
    public static ReadOnlyMemory<byte> Write(JournalEntry entry)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("is", Words[(int)entry.State].Word);
            json.WriteString("key", entry.Key);
            if (entry.Trace is { } trace)
            {
                json.WriteString("correlationKey", trace.CorrelationKey);
                json.WriteString("repository", trace.Repository);
                json.WriteString("workspace", trace.Workspace);
                json.WriteString("time", trace.TimeSent);
            }

            if (entry.Handle is { } handle)
            {
                json.WritePropertyName("job");
                json.WriteRawValue(handle.ToString());
            }

            if (entry.Outcome is { } outcome)
            {
                json.WriteString("outcome", outcome.ToString());
            }

            if (entry.Result is { } result)
            {
                Write(json, result);
            }

            json.WriteEndObject();
        }

        buffer.Write("\n"u8);
        return buffer.WrittenMemory;
    }

    /// <summary>The entry that a line holds; null where it holds none.</summary>
    public static JournalEntry? Read(ReadOnlyMemory<byte> line)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(line);
            return Read(document.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JournalEntry? Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object
            || json.GetText("key"u8) is not { } key
            || Array.FindIndex(Words, entry => entry.Word == json.GetText("is"u8)) is not (>= 0 and var state))
        {
            return null;
        }

        return new JournalEntry
        {
            Key = key,
            State = Words[state].State,
            Trace = json.GetText("correlationKey"u8) is { } correlationKey
                && json.GetText("repository"u8) is { } repository
                && json.GetText("workspace"u8) is { } workspace
                && json.GetTime("time"u8) is { } time
                    ? new SubmissionTrace(correlationKey, repository, workspace, time)
                    : null,
            Handle = json.GetObject("job"u8) is { } job ? FmeJobHandleJsonConverter.Read(job) : null,
            Outcome = Enum.TryParse(json.GetText("outcome"u8), out FmeBatchOutcome outcome) ? outcome : null,
            Result = json.GetObject("result"u8) is { } result ? ReadResult(result) : null,
        };
    }

    private static void Write(Utf8JsonWriter json, FmeJobResult result)
    {
        json.WriteStartObject("result");
        json.WriteNumber("id", result.Id);
        json.WriteString("status", result.Status.Text);
        json.WriteIfSet("statusMessage"u8, result.StatusMessage);
        WriteIfSet(json, "featureCount", result.FeatureCount);
        WriteIfSet(json, "minimumFeatures", result.MinimumFeatures);
        WriteIfSet(json, "warningCount", result.WarningCount);
        WriteIfSet(json, "errorCount", result.ErrorCount);
        WriteIfSet(json, "timeQueued", result.TimeQueued);
        WriteIfSet(json, "timeStarted", result.TimeStarted);
        WriteIfSet(json, "timeFinished", result.TimeFinished);
        json.WriteEndObject();
    }

    private static FmeJobResult? ReadResult(JsonElement json) => json.GetInteger("id"u8) is { } id
        ? new FmeJobResult
        {
            Id = id,
            Status = json.GetStatus() ?? default,
            StatusMessage = json.GetText("statusMessage"u8),
            FeatureCount = json.GetInteger("featureCount"u8),
            MinimumFeatures = json.GetInteger("minimumFeatures"u8),
            WarningCount = json.GetInteger("warningCount"u8),
            ErrorCount = json.GetInteger("errorCount"u8),
            TimeQueued = json.GetTime("timeQueued"u8),
            TimeStarted = json.GetTime("timeStarted"u8),
            TimeFinished = json.GetTime("timeFinished"u8),
        }
        : null;

    private static void WriteIfSet(Utf8JsonWriter json, string name, long? number)
    {
        if (number is { } value)
        {
            json.WriteNumber(name, value);
        }
    }

    private static void WriteIfSet(Utf8JsonWriter json, string name, DateTimeOffset? time)
    {
        if (time is { } value)
        {
            json.WriteString(name, value);
        }
    }
}
