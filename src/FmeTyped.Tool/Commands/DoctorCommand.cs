using System.CommandLine;
using FmeTyped.Tool.Health;
using FmeTyped.Tool.Servers;
using FmeTyped.Tool.Terminal;
using Spectre.Console;

namespace FmeTyped.Tool.Commands;

/// <summary><c>fmetyped doctor</c>: whether everything that a call needs is available, and what to do if it is not.</summary>
internal static class DoctorCommand
{
    public static ToolCommand Create(Output output)
    {
        Option<string> schema = CommonOptions.Schema();
        var queue = new Option<string[]>("--queue") { Description = "A queue that has to exist; may be given several times.", HelpName = "name" };
        var json = new Option<bool>("--json") { Description = "Print the checks as JSON." };
        var server = new ServerOptions();
        var command = new Command("doctor", "Check the server and the token, and whether the schema file fits the server.") { schema, queue, json };
        server.AddTo(command);
        command.SetAction((arguments, cancellationToken) => RunAsync(
            server.Find(arguments, output),
            arguments.GetRequiredValue(schema),
            arguments.GetValue(queue) ?? [],
            arguments.GetValue(json),
            output,
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

    private static async Task<int> RunAsync(
        ServerTarget target, string schema, IReadOnlyList<string> queues, bool asJson, Output output, CancellationToken cancellationToken)
    {
        using FmeFlowClient client = target.CreateClient();
        var checks = new List<Check>();
        int? unreachable = null;
        try
        {
            await foreach (Check check in new Doctor(client, schema, queues, TimeProvider.System).RunAsync(cancellationToken).ConfigureAwait(false))
            {
                Add(check);
            }
        }
        catch (Exception fault) when (fault is FmeServerUnavailableException or FmeProtocolException)
        {
            Add(new("server", CheckState.Failed, fault.Message.ReplaceLineEndings(" ")));
            unreachable = ExitCode.Unreachable;
        }

        if (asJson)
        {
            JsonResult.Write(output, json =>
            {
                json.WriteStartArray("checks");
                foreach (Check check in checks)
                {
                    json.WriteStartObject();
                    json.WriteString("name", check.Name);
                    json.WriteString("state", check.State.ToString().ToLowerInvariant());
                    json.WriteString("message", check.Message);
                    if (check.Next is { } next)
                    {
                        json.WriteString("next", next);
                    }

                    json.WriteEndObject();
                }

                json.WriteEndArray();
            });
        }

        return unreachable ?? checks.Max(check => check.State) switch
        {
            CheckState.Failed => ExitCode.Severe,
            CheckState.Warning => ExitCode.Partly,
            _ => ExitCode.Success,
        };

        void Add(Check check)
        {
            checks.Add(check);
            if (!asJson)
            {
                Print(check, output);
            }
        }
    }

    private static void Print(Check check, Output output)
    {
        if (output.Terminal is not { } terminal)
        {
            output.Line(check.ToString());
            return;
        }

        string color = check.State switch
        {
            CheckState.Ok => "green",
            CheckState.Unknown => "grey",
            CheckState.Warning => "yellow",
            _ => "red",
        };
        string text = TerminalText.From(check.ToString());
        int mark = text.IndexOf(' ', StringComparison.Ordinal);
        terminal.MarkupLine($"[{color}]{text[..mark]}[/]{Markup.Escape(text[mark..])}");
    }
}
