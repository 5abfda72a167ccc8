using System.CommandLine;
using System.CommandLine.Help;
using FmeTyped.Tool.Terminal;

namespace FmeTyped.Tool.Commands;

/// <summary>The command line: its commands and error handling. A user's mistake is a line that says what to do, never a stack trace.</summary>
internal sealed class ToolApp(Output output)
{
    private static readonly string[] ExitCodesOfAll =
    [
        "4    the command line or a file is wrong, or the server refused; nothing was done",
        "70   an internal error of fmetyped",
    ];

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        ParseResult parsed = CreateRoot().Parse(arguments);
        bool asksForHelp = parsed.Action is Examples;
        if (parsed.Errors.Count > 0 && !asksForHelp)
        {
            string command = parsed.CommandResult.Command is RootCommand ? "" : $"{parsed.CommandResult.Command.Name} ";
            output.Problem($"{string.Join(' ', parsed.Errors.Select(error => Sentence(error.Message)))} See fmetyped {command}--help.");
            return ExitCode.BadUsage;
        }

        var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false, Output = output.Standard, Error = output.Error };
        try
        {
            return await parsed.InvokeAsync(configuration, cancellationToken).ConfigureAwait(false);
        }
        catch (ToolException fault)
        {
            output.Problems(fault.Lines);
            return fault.ExitCode;
        }
        catch (Exception fault) when (fault is FmeServerUnavailableException or FmeProtocolException)
        {
            output.Problem(fault.Message);
            return ExitCode.Unreachable;
        }
        catch (FmeException fault)
        {
            output.Problem(fault.Message);
            return ExitCode.BadUsage;
        }
        catch (OperationCanceledException)
        {
            output.Problem("Interrupted.");
            return ExitCode.Interrupted;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            output.Problem($"{fault.Message} Check the path and its permissions.");
            return ExitCode.BadUsage;
        }
        catch (Exception fault)
        {
            output.Problem($"An internal error of fmetyped; please report it: {fault.GetType().Name}: {fault.Message.ReplaceLineEndings(" ")}");
            return ExitCode.Unexpected;
        }
    }

    // Some of the parser's messages are lists with an item on each line.
    private static string Sentence(string message)
    {
        string line = string.Join(' ', message.Split(['\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        return line.EndsWith('.') ? line : line + ".";
    }

    private RootCommand CreateRoot()
    {
        ToolCommand[] commands =
        [
            PullCommand.Create(output),
            ImportCommand.Create(output),
            CheckCommand.Create(output),
            EmitCommand.Create(output),
            DocsCommand.Create(output),
            SchemaCommand.Create(output),
            RunCommand.Create(output),
            JobsCommand.Create(output),
            LogCommand.Create(output),
            CancelCommand.Create(output),
            DoctorCommand.Create(output),
            ProbeCommand.Create(output),
            ServeCommand.Create(output),
            RecordCommand.Create(output),
            McpCommand.Create(output),
        ];
        var root = new RootCommand("Keeps the C# bindings of FME Flow workspaces current: workspaces.json, and the code generated from it.");
        var examples = new Dictionary<Command, Examples.Entry>
        {
            [root] = new([.. commands.Select(command => command.Examples[0])], ["0    done", .. ExitCodesOfAll]),
        };
        foreach (ToolCommand command in commands)
        {
            root.Subcommands.Add(command.Command);
            examples.Add(command.Command, new(command.Examples, [.. command.ExitCodes, .. ExitCodesOfAll]));
        }

        HelpOption help = root.Options.OfType<HelpOption>().Single();
        help.Action = new Examples((HelpAction)help.Action!, examples);
        return root;
    }
}
