using Microsoft.Extensions.Logging;

namespace FmeTyped.Administration;

/// <summary>The log messages of the start check. The ids are documented in docs/reference/telemetry.md with those of the client, and do not change.</summary>
internal static partial class StartCheckLog
{
    [LoggerMessage(30, LogLevel.Information, "All {Count} workspaces that were checked are on the server as the code knows them.")]
    public static partial void Passed(ILogger logger, int count);

    [LoggerMessage(31, LogLevel.Warning, "The server's workspaces differ from what the code was generated from. {Differences}")]
    public static partial void FoundDifferences(ILogger logger, string differences);

    [LoggerMessage(32, LogLevel.Warning, "The server's workspaces could not be checked. {Reason}")]
    public static partial void Failed(ILogger logger, string reason);

    [LoggerMessage(33, LogLevel.Warning, "Entries of the options have no effect on the workspaces that are checked. {Names}")]
    public static partial void FoundUnknownNames(ILogger logger, string names);
}
