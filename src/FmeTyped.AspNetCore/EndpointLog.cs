using Microsoft.Extensions.Logging;

namespace FmeTyped.AspNetCore;

/// <summary>What the app's log is told and a caller is not.</summary>
internal static partial class EndpointLog
{
    [LoggerMessage(1, LogLevel.Error, "A request for {Workspace} failed")]
    public static partial void RequestFailed(this ILogger logger, Exception error, string workspace);

    [LoggerMessage(2, LogLevel.Warning, "Job {JobId} of {Workspace} could not be waited for; the caller has its address")]
    public static partial void WaitFailed(this ILogger logger, Exception error, long jobId, string workspace);

    [LoggerMessage(3, LogLevel.Error, "A result of {Workspace} broke off; the caller's connection was aborted")]
    public static partial void ResultBroken(this ILogger logger, Exception error, string workspace);
}
