using Microsoft.Extensions.Logging;

namespace FmeTyped.AI;

/// <summary>What the host's log is told of the calls; never a value.</summary>
internal static partial class ToolLog
{
    [LoggerMessage(1, LogLevel.Information, "{Workspace}: submitted job {JobId}")]
    public static partial void Submitted(this ILogger logger, string workspace, long jobId);

    [LoggerMessage(2, LogLevel.Information, "{Workspace}: refused a call; problems with its arguments: {Count}")]
    public static partial void Refused(this ILogger logger, string workspace, int count);

    [LoggerMessage(3, LogLevel.Warning, "{Workspace}: refused a call, since a limit of jobs is reached")]
    public static partial void Limited(this ILogger logger, string workspace);

    [LoggerMessage(4, LogLevel.Warning, "{Workspace}: it is not known whether the submission with the key {Key} made a job")]
    public static partial void Lost(this ILogger logger, Exception error, string workspace, string? key);

    [LoggerMessage(5, LogLevel.Error, "{Workspace}: a call failed")]
    public static partial void Failed(this ILogger logger, Exception error, string workspace);

    [LoggerMessage(6, LogLevel.Information, "{Workspace}: asked to cancel job {JobId}")]
    public static partial void Cancelled(this ILogger logger, string workspace, long jobId);

    [LoggerMessage(7, LogLevel.Warning, "{Workspace}: a file of {Parameter} could not be found for the model")]
    public static partial void FileFailed(this ILogger logger, Exception error, string workspace, string parameter);
}
