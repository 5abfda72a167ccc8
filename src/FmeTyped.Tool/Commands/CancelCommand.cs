using System.CommandLine;
using FmeTyped.Tool.Jobs;
using FmeTyped.Tool.Servers;
using FmeTyped.Tool.Terminal;

namespace FmeTyped.Tool.Commands;

/// <summary><c>fmetyped cancel</c>: ends a job early.</summary>
internal static class CancelCommand
{
    public static ToolCommand Create(Output output)
    {
        Argument<long> id = CommonOptions.Job();
        var server = new ServerOptions();
        var command = new Command("cancel", "Cancel a queued or running job.") { id };
        server.AddTo(command);
        command.SetReport(output, (arguments, _, cancellationToken) => RunAsync(server.Find(arguments, output), arguments.GetValue(id), cancellationToken));
        return new ToolCommand(
            command,
            ["fmetyped cancel 1234"],
            ["0    the server was asked to cancel the job", "1    the job had already ended", "3    the server could not be reached"]);
    }

    private static async Task<Report> RunAsync(ServerTarget target, long id, CancellationToken cancellationToken)
    {
        using FmeFlowClient client = target.CreateClient();
        return new CancelReport(id, await client.GetJob(id).CancelAsync(cancellationToken).ConfigureAwait(false));
    }
}
