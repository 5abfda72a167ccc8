namespace FmeTyped;

/// <summary>What is being done, as every error tells it.</summary>
/// <param name="Verb">What is being done, such as <c>submit</c> or <c>read job</c>.</param>
/// <param name="JobId">The job that it is done to; null where there is none.</param>
internal readonly record struct ErrorContext(string Verb, long? JobId = null)
{
    /// <summary>What it is done to, where that is not the job. It becomes text only when there is an error, and most calls have none.</summary>
    public object? Subject { get; init; }

    /// <summary>What is being done, in words such as <c>submit Samples/austinDownload.fmw</c>.</summary>
    public string Operation => (Subject ?? JobId) is { } subject ? $"{Verb} {subject}" : Verb;

    /// <summary>What to do when the server refuses; null where nothing is known but the status.</summary>
    public ErrorHints? Hints { get; init; }

    public static ErrorContext ReadingJob(long id) => new("read job", id);

    public static ErrorContext ReadingLog(long id) => new("read the log of job", id);

    public static ErrorContext DeletingJob(long id) => new("delete the record of job", id);

    public static ErrorContext CancellingJob(long id) => new("cancel job", id);

    public static ErrorContext Submitting(object workspace) => new("submit") { Subject = workspace };

    public static ErrorContext SubmittingDownload(object workspace) => OfService("submit", $"{workspace} for download", "data download");

    public static ErrorContext Streaming(object workspace) => OfService("stream", workspace, "data streaming");

    public static ErrorContext Transacting(object workspace) => new("transact") { Subject = workspace };

    private static ErrorContext OfService(string verb, object subject, string service) => new(verb)
    {
        Subject = subject,
        Hints = new ErrorHints
        {
            NeededPermission = $"to run workspaces of the repository and to use the {service} service",
            NotFound = "Check the names of the repository and the workspace, that the token's user may see them, and that the workspace is registered for the "
                + $"{service} service.",
        },
    };
}
