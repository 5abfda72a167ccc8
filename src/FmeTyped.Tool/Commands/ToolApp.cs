using System.CommandLine;
using System.CommandLine.Help;
using FmeTyped.Tool.Terminal;

namespace FmeTyped.Tool.Commands;

/// <summary>The command line: its commands and error handling. A user's mistake is a line that says what to do, never a stack trace.</summary>
/// <param name="output">The output.</param>
/// <param name="time">The clock.</param>
internal sealed class ToolApp(Output output, TimeProvider time)
{
    private static readonly string[] ExitCodesOfAll =
    [
        "4    the command line or a file is wrong, or the server refused; nothing was done",
        "70   an internal error of fmetyped",
    ];

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        ParseResult parsed = CreateRoot().Parse(arguments);
        ErrorReport? error;
        if (parsed.Errors.Count > 0 && parsed.Action is not Examples)
        {
            error = ErrorOf(new ToolException(Misspelling.Describe(parsed)));
        }
        else
        {
            try
            {
                var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false, Output = output.Standard, Error = output.Error };
                return await parsed.InvokeAsync(configuration, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception fault)
            {
                error = ErrorOf(fault);
            }
        }

        await error.PrintAsync(output, CancellationToken.None).ConfigureAwait(false);
        if (Reporting.IsJson(parsed))
        {
            await error.PrintJsonAsync(output, CancellationToken.None).ConfigureAwait(false);
        }

        return error.ExitCode;
    }

    private static ErrorReport ErrorOf(Exception fault)
    {
        (int code, IReadOnlyList<string> messages) = fault switch
        {
            ToolException mistake => (mistake.ExitCode, mistake.Lines),
            FmeServerUnavailableException or FmeProtocolException => (ExitCode.Unreachable, [fault.Message]),
            FmeException => (ExitCode.BadUsage, [fault.Message]),
            OperationCanceledException => (ExitCode.Interrupted, ["Interrupted."]),
            IOException or UnauthorizedAccessException => (ExitCode.BadUsage, [$"{fault.Message} Check the path and its permissions."]),
            _ => (
                ExitCode.Unexpected,
                (IReadOnlyList<string>)[$"An internal error of fmetyped; please report it: {fault.GetType().Name}: {fault.Message.ReplaceLineEndings(" ")}"]),
        };
        return new ErrorReport(new(code, messages));
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
            JobsCommand.Create(output, time),
            LogCommand.Create(output),
            CancelCommand.Create(output),
            DoctorCommand.Create(output, time),
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
        var action = new Examples((HelpAction)help.Action!, examples);
        help.Action = action;
        root.SetAction(action.Invoke);
        return root;
    }
}
