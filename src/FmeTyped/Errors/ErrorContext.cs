using System.Net;

namespace FmeTyped;

/// <summary>What every error tells about the call that failed.</summary>
/// <param name="Verb">What is being done.</param>
/// <param name="JobId">The job it is about; null where there is none.</param>
/// <param name="StatusCode">The status of the answer; null where there is none.</param>
/// <param name="ServerMessage">The server's own words; null where it said nothing.</param>
internal readonly record struct ErrorContext(
    string Verb,
    long? JobId = null,
    HttpStatusCode? StatusCode = null,
    string? ServerMessage = null)
{
    /// <summary>What it is done to, where the verb does not say. It becomes words only when there is an error, and most calls have none.</summary>
    public object? Subject { get; init; }

    /// <summary>Whether it is done to the job.</summary>
    private bool IsDoneToJob { get; init; }

    /// <summary>What is being done, in words such as <c>submit Samples/austinDownload.fmw</c>.</summary>
    public string Operation => IsDoneToJob ? $"{Verb} {JobId}" : Subject is null ? Verb : $"{Verb} {Subject}";

    /// <summary>What the token's user has to be allowed, as far as that is known: what to do about a 403.</summary>
    public string? NeededPermission { get; init; }

    /// <summary>What is missing: what to do about a 404.</summary>
    public string? NotFoundHint { get; init; }

    public static ErrorContext ReadingJob(long id) => new("read job", id) { IsDoneToJob = true };

    public static ErrorContext ReadingLog(long id) => new("read the log of job", id) { IsDoneToJob = true };

    public static ErrorContext DeletingJob(long id) => new("delete the record of job", id) { IsDoneToJob = true };

    public static ErrorContext Submitting(object workspace) => new("submit") { Subject = workspace };

    public static ErrorContext SubmittingDownload(object workspace) => OfService($"submit {workspace} for download", "data download");

    public static ErrorContext Streaming(object workspace) => OfService($"stream {workspace}", "data streaming");

    public static ErrorContext Transacting(object workspace) => new("transact") { Subject = workspace };

    private static ErrorContext OfService(string operation, string service) => new(operation)
    {
        NeededPermission = $"to run workspaces of the repository and to use the {service} service",
        NotFoundHint = "Check the names of the repository and the workspace, that the token's user may see them, and that the workspace is registered for the "
            + $"{service} service.",
    };
}
