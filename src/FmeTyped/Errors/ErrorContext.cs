namespace FmeTyped;

/// <summary>Describes the operation for its errors.</summary>
/// <param name="Verb">The operation, such as <c>submit</c> or <c>read job</c>.</param>
/// <param name="JobId">The job that it concerns; null if there is none.</param>
internal readonly record struct ErrorContext(string Verb, long? JobId = null)
{
    /// <summary>What it concerns, if that is not the job. It is formatted only for an error.</summary>
    public object? Subject { get; init; }

    /// <summary>The operation in words, such as <c>submit Samples/austinDownload.fmw</c>.</summary>
    public string Operation => (Subject ?? JobId) is { } subject ? $"{Verb} {subject}" : Verb;

    /// <summary>What to do when the server refuses; null if only the status is known.</summary>
    public ErrorHints? Hints { get; init; }

    public static ErrorContext ReadingJob(long id) => new("read job", id);

    public static ErrorContext ReadingLog(long id) => new("read the log of job", id);

    public static ErrorContext DeletingJob(long id) => new("delete the record of job", id);

    public static ErrorContext CancellingJob(long id) => new("cancel job", id);

    public static ErrorContext Submitting(object workspace) => new("submit") { Subject = workspace };

    public static ErrorContext SubmittingDownload(object workspace) => OfService("submit", $"{workspace} for download", "data download");

    public static ErrorContext Streaming(object workspace) => OfService("stream", workspace, "data streaming");

    public static ErrorContext Transacting(object workspace) => new("transact") { Subject = workspace };

    public static ErrorContext PostingWebhook(string name) => new("post to the webhook")
    {
        Subject = name,
        Hints = new ErrorHints
        {
            NeededPermission = "to use webhooks of automations",
            NotFound = "Check its address in the options, and that its automation is started.",
        },
    };

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
