using System.CommandLine;
using System.Runtime.CompilerServices;
using FmeTyped.Tool.Jobs;
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
        command.SetReport(output, (arguments, _, _) => Task.FromResult<Report>(Read(server.Find(arguments, output), arguments.GetValue(id))));
        return new ToolCommand(command, ["fmetyped log 1234"], ["0    the log is printed", "3    the server could not be reached"]);
    }

    // The client lives as long as the lines are read.
    private static LogReport Read(ServerTarget target, long id)
    {
        return new LogReport(id, ReadLinesAsync());

        async IAsyncEnumerable<string> ReadLinesAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            using FmeFlowClient client = target.CreateClient();
            await foreach (string line in client.GetJob(id).ReadLogLinesAsync(cancellationToken).ConfigureAwait(false))
            {
                yield return line;
            }
        }
    }
}
