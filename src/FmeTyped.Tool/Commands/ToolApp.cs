using System.CommandLine;
using System.CommandLine.Help;
using FmeTyped.Tool.Terminal;

namespace FmeTyped.Tool.Commands;

/// <summary>The command line: its verbs, and what becomes of errors. A user's mistake is a line that says what to do, never a stack trace.</summary>
internal sealed class ToolApp(Output output)
{
    private static readonly string[] ExitCodesOfAll =
    [
        "4    the command line or a file is wrong, or the server refused; nothing was done",
        "70   a fault of fmetyped itself",
    ];

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        ParseResult parsed = CreateRoot().Parse(arguments);
        bool asksForHelp = parsed.Action is Examples;
        if (parsed.Errors.Count > 0 && !asksForHelp)
        {
            string verb = parsed.CommandResult.Command is RootCommand ? "" : $"{parsed.CommandResult.Command.Name} ";
            output.Problem($"{string.Join(' ', parsed.Errors.Select(error => Sentence(error.Message)))} See fmetyped {verb}--help.");
            return ExitCode.BadUsage;
        }

        var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false, Output = output.Standard, Error = output.Error };
        try
        {
            return await parsed.InvokeAsync(configuration, cancellationToken).ConfigureAwait(false);
        }
        catch (ToolException fault)
        {
            output.Problem(fault.Message);
            return fault.ExitCode;
        }
        catch (Exception fault) when (fault is FmeServerUnavailableException or FmeProtocolException)
        {
            output.Problem(OneLine(fault));
            return ExitCode.Unreachable;
        }
        catch (FmeException fault)
        {
            output.Problem(OneLine(fault));
            return ExitCode.BadUsage;
        }
        catch (OperationCanceledException)
        {
            output.Problem("Interrupted.");
            return ExitCode.Interrupted;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            output.Problem($"{fault.Message} Check the path, and that it may be written.");
            return ExitCode.BadUsage;
        }
        catch (Exception fault)
        {
            output.Problem($"A fault of fmetyped itself, please report it: {fault.GetType().Name}: {fault.Message.ReplaceLineEndings(" ")}");
            return ExitCode.Unexpected;
        }
    }

    // Some of the parser's messages are lists, a line an item.
    private static string Sentence(string message)
    {
        string line = string.Join(' ', message.Split(['\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        return line.EndsWith('.') ? line : line + ".";
    }

    private static string OneLine(Exception fault) => fault.Message.ReplaceLineEndings(" ");

    private RootCommand CreateRoot()
    {
        ToolCommand[] verbs =
        [
            PullCommand.Create(output),
            ImportCommand.Create(output),
            CheckCommand.Create(output),
            EmitCommand.Create(output),
            DocsCommand.Create(output),
            RunCommand.Create(output),
            JobsCommand.Create(output),
            LogCommand.Create(output),
            CancelCommand.Create(output),
            DoctorCommand.Create(output),
            ProbeCommand.Create(output),
            ServeCommand.Create(output),
        ];
        var root = new RootCommand("Keeps the C# bindings of FME Flow workspaces current: workspaces.json, and what is made of it.");
        var examples = new Dictionary<Command, Examples.Entry>
        {
            [root] = new([.. verbs.Select(verb => verb.Examples[0])], ["0    done", .. ExitCodesOfAll]),
        };
        foreach (ToolCommand verb in verbs)
        {
            root.Subcommands.Add(verb.Command);
            examples.Add(verb.Command, new(verb.Examples, [.. verb.ExitCodes, .. ExitCodesOfAll]));
        }

        HelpOption help = root.Options.OfType<HelpOption>().Single();
        help.Action = new Examples((HelpAction)help.Action!, examples);
        return root;
    }
}
