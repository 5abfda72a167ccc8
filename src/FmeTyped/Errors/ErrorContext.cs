using System.Net;

namespace FmeTyped;

/// <summary>What every error tells about the call that failed.</summary>
internal readonly record struct ErrorContext(
    string Operation,
    long? JobId = null,
    HttpStatusCode? StatusCode = null,
    string? ServerMessage = null)
{
    public static ErrorContext ReadingJob(long id) => new($"read job {id}", id);

    public static ErrorContext ReadingLog(long id) => new($"read the log of job {id}", id);

    public static ErrorContext DeletingJob(long id) => new($"delete the record of job {id}", id);

    public static ErrorContext Submitting(string workspace) => new($"submit {workspace}");

    public static ErrorContext Transacting(string workspace) => new($"transact {workspace}");
}
