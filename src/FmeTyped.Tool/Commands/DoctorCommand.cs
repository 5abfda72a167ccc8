using System.CommandLine;
using FmeTyped.Tool.Health;
using FmeTyped.Tool.Servers;
using FmeTyped.Tool.Terminal;

namespace FmeTyped.Tool.Commands;

/// <summary><c>fmetyped doctor</c>: whether everything that a call needs is available, and what to do if it is not.</summary>
internal static class DoctorCommand
{
    public static ToolCommand Create(Output output, TimeProvider time)
    {
        Option<string> schema = CommonOptions.Schema();
        var queue = new Option<string[]>("--queue") { Description = "A queue that has to exist; may be given several times.", HelpName = "name" };
        var server = new ServerOptions();
        var command = new Command("doctor", "Check the server and the token, and whether the schema file fits the server.") { schema, queue };
        server.AddTo(command);
        command.SetReport(output, (arguments, used, cancellationToken) => RunAsync(
            server.Find(arguments, output),
            arguments.GetRequiredValue(schema),
            arguments.GetValue(queue) ?? [],
            used,
            time,
            cancellationToken));
        return new ToolCommand(
            command,
            ["fmetyped doctor --server https://fme.example.com", "fmetyped doctor --queue Night --json"],
            [
                "0    no problems were found",
                "1    there are warnings",
                "2    calls will fail",
                "3    the server could not be reached",
            ]);
    }

    private static Task<Report> RunAsync(
        ServerTarget target, string schema, IReadOnlyList<string> queues, Output output, TimeProvider time, CancellationToken cancellationToken) =>
        WorkStatus.RunAsync<Report>(output, $"Checking {target}", async progress =>
        {
            using FmeFlowClient client = target.CreateClient();
            var checks = new List<Check>();
            try
            {
                await foreach (Check check in new Doctor(client, schema, queues, time).RunAsync(cancellationToken).ConfigureAwait(false))
                {
                    checks.Add(check);
                    progress.Report($"Checking {target}: after {check.Name}");
                }

                return new DoctorReport(checks);
            }
            catch (Exception fault) when (fault is FmeServerUnavailableException or FmeProtocolException)
            {
                return new DoctorReport([.. checks, new("server", CheckState.Failed, fault.Message.ReplaceLineEndings(" "))]) { IsUnreachable = true };
            }
        });
}
