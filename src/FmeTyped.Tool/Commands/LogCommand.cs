using System.CommandLine;
using FmeTyped.Tool.Servers;
using FmeTyped.Tool.Terminal;

namespace FmeTyped.Tool.Commands;

/// <summary><c>fmetyped log</c>: the log of a job.</summary>
internal static class LogCommand
{
    public static ToolCommand Create(Output output)
    {
        Argument<long> id = CommonOptions.Job();
        var server = new ServerOptions();
        var command = new Command("log", "Print the log of a job.") { id };
        server.AddTo(command);
        command.SetAction((arguments, cancellationToken) => RunAsync(server.Find(arguments, output), arguments.GetValue(id), output, cancellationToken));
        return new ToolCommand(command, ["fmetyped log 1234"], ["0    the log is printed", "3    the server could not be reached"]);
    }

    private static async Task<int> RunAsync(ServerTarget target, long id, Output output, CancellationToken cancellationToken)
    {
        using FmeFlowClient client = target.CreateClient();
        await foreach (string line in client.GetJob(id).ReadLogLinesAsync(cancellationToken).ConfigureAwait(false))
        {
            output.Line(line);
        }

        return ExitCode.Success;
    }
}
