using Microsoft.Extensions.Logging;

namespace FmeTyped;

/// <summary>
/// The client's log messages. Ids and names are documented in docs/reference/telemetry.md and do not change. No message contains a parameter's value
/// or a secret.
/// </summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "Submitted {Workspace} as job {JobId}.")]
    public static partial void Submitted(ILogger logger, string workspace, long jobId);

    [LoggerMessage(2, LogLevel.Error, "It is not known whether the server took the submission of {Workspace}: {ErrorType}. A job may be running.")]
    public static partial void SubmissionUnknown(ILogger logger, string workspace, string errorType);

    [LoggerMessage(3, LogLevel.Information, "Job {JobId} ended as {Status}.")]
    public static partial void JobSucceeded(ILogger logger, long jobId, string status);

    [LoggerMessage(4, LogLevel.Warning, "Job {JobId} ended as {Status}.")]
    public static partial void JobFailed(ILogger logger, long jobId, string status);

    [LoggerMessage(5, LogLevel.Warning, "Could not poll job {JobId} ({Count} failures in a row): {Reason} The wait continues.")]
    public static partial void PollFailed(ILogger logger, long jobId, int count, string reason);

    [LoggerMessage(6, LogLevel.Debug, "Job {JobId} is {Status}.")]
    public static partial void Polled(ILogger logger, long jobId, string status);

    [LoggerMessage(7, LogLevel.Warning, "Job {JobId} did not end within {Timeout}. It goes on.")]
    public static partial void WaitTimedOut(ILogger logger, long jobId, TimeSpan timeout);

    [LoggerMessage(8, LogLevel.Debug, "A long poll of job {JobId} ended without the job's end. The client polls for a while.")]
    public static partial void LongPollFailed(ILogger logger, long jobId);

    [LoggerMessage(9, LogLevel.Warning, "The server answered the submission of {Workspace} with job {JobId}, with which it had answered another one.")]
    public static partial void JobIdRepeated(ILogger logger, string workspace, long jobId);

    [LoggerMessage(10, LogLevel.Debug, "To \"{Operation}\" the server answered {StatusCode} within {ElapsedMilliseconds} ms.")]
    public static partial void Responded(ILogger logger, string operation, int statusCode, long elapsedMilliseconds);

    [LoggerMessage(11, LogLevel.Information, "The server's build is {Build}.")]
    public static partial void BuildFound(ILogger logger, int build);

    [LoggerMessage(12, LogLevel.Error, "It is not known whether the webhook {Webhook} took the message: {ErrorType}.")]
    public static partial void WebhookUnknown(ILogger logger, string webhook, string errorType);

    [LoggerMessage(20, LogLevel.Information, "Created a token for the user {UserName}, valid for {Lifetime}.")]
    public static partial void TokenMade(ILogger logger, string userName, TimeSpan lifetime);

    [LoggerMessage(21, LogLevel.Warning, "The server refused the token provider's token. The provider was told.")]
    public static partial void TokenRefused(ILogger logger);
}
