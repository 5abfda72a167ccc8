using System.Text.Json;

namespace FmeTyped;

/// <summary>What records of jobs and results have in common: how a status is read, and what may be shown of the server's words.</summary>
internal static class JobFields
{
    /// <summary>The status; an empty one is how some servers say that there is none yet.</summary>
    public static FmeJobStatus? GetStatus(this JsonElement json) => json.GetWords("status"u8) is { } text ? new FmeJobStatus(text) : null;

    /// <summary>What may be shown of a result.</summary>
    public static FmeJobResult Redact(this ErrorFactory errors, FmeJobResult result) => result.WithMessage(errors.Redact(result.StatusMessage, result.Id));

    /// <summary>What may be shown of a job's record. A status that FME Flow does not have can be any text.</summary>
    public static FmeJobRecord Redact(this ErrorFactory errors, FmeJobRecord record)
    {
        FmeJobRecord shown = record.WithMessage(errors.Redact(record.StatusMessage, record.Id));
        return record.Status is { IsFinal: false, IsRunning: false, IsQueued: false, Text: var status }
            && errors.Redact(status, record.Id) is var word && word != status
            ? shown.WithStatus(new FmeJobStatus(word))
            : shown;
    }
}
