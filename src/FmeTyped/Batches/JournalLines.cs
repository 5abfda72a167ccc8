using System.Buffers;
using System.Text;
using System.Text.Json;

namespace FmeTyped;

/// <summary>Writes and reads the lines of a journal. Each is a JSON object with a checksum; the first names the server.</summary>
internal static class JournalLines
{
    public const int Version = 2;

    private static readonly byte[] HeadStart = Encoding.UTF8.GetBytes($$"""{"fmetypedJournal":{{Version}},"server":""" + "\"");

    private static readonly (JournalState State, string Word)[] Words =
    [
        (JournalState.Intended, "intent"),
        (JournalState.Submitted, "submitted"),
        (JournalState.Withdrawn, "withdrawn"),
        (JournalState.Done, "done"),
    ];

    /// <summary>The start of the first line of a journal, in any version of the format.</summary>
    public static ReadOnlySpan<byte> Mark => """{"fmetypedJournal":"""u8;

    /// <summary>The first line, with its line feed.</summary>
    public static ReadOnlyMemory<byte> WriteHead(string server)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("fmetypedJournal", Version);
            json.WriteString("server", server);
            JournalSeal.Close(json, buffer);
        }

        return buffer.WrittenMemory;
    }

    /// <summary>The server that a first line names; null if it names none.</summary>
    public static string? ReadHead(ReadOnlyMemory<byte> line) => Parse(line, json => json.GetText("server"u8));

    /// <summary>Whether the bytes are a truncated first line, as a crash can leave it. A first line has printable ASCII characters only.</summary>
    public static bool IsPartOfHead(ReadOnlySpan<byte> text) =>
        HeadStart.AsSpan().StartsWith(text) || (text.StartsWith(HeadStart) && !text.ContainsAnyExceptInRange((byte)' ', (byte)'~'));

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

            JournalSeal.Close(json, buffer);
        }

        return buffer.WrittenMemory;
    }

    /// <summary>The entry in a line; null if it has none, or lacks what its state needs.</summary>
    public static JournalEntry? Read(ReadOnlyMemory<byte> line) => Parse(line, Read) is { } entry && IsComplete(entry) ? entry : null;

    // Without these, the item would count as never submitted.
    private static bool IsComplete(JournalEntry entry) => entry.State switch
    {
        JournalState.Intended => entry.Trace is not null,
        JournalState.Submitted => entry.Handle is not null,
        JournalState.Done => entry is { Handle: not null, Outcome: not null },
        _ => true,
    };

    private static T? Parse<T>(ReadOnlyMemory<byte> line, Func<JsonElement, T?> read)
        where T : class
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(line);
            return document.RootElement.ValueKind == JsonValueKind.Object ? read(document.RootElement) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JournalEntry? Read(JsonElement json)
    {
        if (json.GetText("key"u8) is not { } key
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
            Handle = json.GetObject("job"u8) is { } job ? FmeJobHandle.Read(job) : null,
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
            Status = new FmeJobStatus(json.GetText("status"u8) ?? ""),
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
