using System.Net;

namespace FmeTyped;

/// <summary>What every error tells about the call that failed.</summary>
internal readonly record struct ErrorContext(
    string Operation,
    long? JobId = null,
    HttpStatusCode? StatusCode = null,
    string? ServerMessage = null)
{
    /// <summary>What the token's user has to be allowed, as far as that is known: what to do about a 403.</summary>
    public string? NeededPermission { get; init; }

    /// <summary>What is missing: what to do about a 404.</summary>
    public string? NotFoundHint { get; init; }

    public static ErrorContext ReadingJob(long id) => new($"read job {id}", id);

    public static ErrorContext Submitting(string workspace) => new($"submit {workspace}");

    public static ErrorContext Transacting(string workspace) => new($"transact {workspace}");
}
