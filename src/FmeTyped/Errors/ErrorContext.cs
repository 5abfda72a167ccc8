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

    public static ErrorContext ReadingLog(long id) => new($"read the log of job {id}", id);

    public static ErrorContext DeletingJob(long id) => new($"delete the record of job {id}", id);

    public static ErrorContext Submitting(string workspace) => new($"submit {workspace}");

    public static ErrorContext SubmittingDownload(string workspace) => OfService($"submit {workspace} for download", "data download");

    public static ErrorContext Streaming(string workspace) => OfService($"stream {workspace}", "data streaming");

    public static ErrorContext Transacting(string workspace) => new($"transact {workspace}");

    private static ErrorContext OfService(string operation, string service) => new(operation)
    {
        NeededPermission = $"to run workspaces of the repository and to use the {service} service",
        NotFoundHint = "Check the names of the repository and the workspace, that the token's user may see them, and that the workspace is registered for the "
            + $"{service} service.",
    };
}
