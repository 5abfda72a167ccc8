using FmeTyped.Metadata;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FmeTyped.Administration;

/// <summary>Compares workspaces with the server before any other hosted service starts.</summary>
internal sealed class StartCheckService(
    FmeFlowAdministration administration, FmeStartCheck check, FmeWorkspaceDescriptor[] workspaces, FmeFlowOptions options, ILogger logger)
    : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        // Only a warning, because the app may run other workspaces too.
        string[] unknown = [.. UnknownNames.In(options, workspaces)];
        if (unknown.Length > 0)
        {
            StartCheckLog.FoundUnknownNames(logger, string.Join(' ', unknown));
        }

        FmeVerification verification;
        try
        {
            verification = await administration.VerifyAsync(workspaces, cancellationToken).ConfigureAwait(false);
        }
        catch (FmeException failure) when (check == FmeStartCheck.Warn)
        {
            StartCheckLog.Failed(logger, failure.Message);
            return;
        }

        // A workspace that cannot be read may have breaking differences.
        if (check == FmeStartCheck.Fail && verification.Differences.Any(difference => difference.Class >= FmeDifferenceClass.Breaking))
        {
            throw new FmeWorkspacesChangedException(verification);
        }

        if (verification.Differences.Count == 0)
        {
            StartCheckLog.Passed(logger, verification.WorkspaceCount);
        }
        else
        {
            StartCheckLog.FoundDifferences(logger, verification.ToString());
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
