using System.Text.Json;

namespace FmeTyped;

/// <summary>What job records and results share: how a status is read, and how the server's messages are redacted.</summary>
internal static class JobFields
{
    /// <summary>The status; null if it is empty, as some servers send it when there is none yet.</summary>
    public static FmeJobStatus? GetStatus(this JsonElement json) => json.GetNonBlankText("status"u8) is { } text ? new FmeJobStatus(text) : null;

    /// <summary>Redacts a result.</summary>
    public static FmeJobResult Redact(this ErrorFactory errors, FmeJobResult result)
    {
        FmeJobResult shown = result.WithMessage(errors.Redact(result.StatusMessage, result.Id));
        FmeJobStatus status = errors.Redact(result.Status, result.Id);
        return status == result.Status ? shown : shown.WithStatus(status);
    }

    /// <summary>Redacts a job's record.</summary>
    public static FmeJobRecord Redact(this ErrorFactory errors, FmeJobRecord record)
    {
        FmeJobRecord shown = record.WithMessage(errors.Redact(record.StatusMessage, record.Id));
        FmeJobStatus status = errors.Redact(record.Status, record.Id);
        FmeJobStatus? resultStatus = record.ResultStatus is { } inner ? errors.Redact(inner, record.Id) : null;
        return status == record.Status && resultStatus == record.ResultStatus ? shown : shown.WithStatus(status, resultStatus);
    }

    // An unknown status can be any text.
    private static FmeJobStatus Redact(this ErrorFactory errors, FmeJobStatus status, long job) =>
        status is { IsFinal: false, IsRunning: false, IsQueued: false } ? new FmeJobStatus(errors.Redact(status.Text, job)) : status;
}
