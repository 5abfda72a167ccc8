using System.CommandLine;
using System.CommandLine.Parsing;
using FmeTyped.Tool.Terminal;

namespace FmeTyped.Tool.Commands;

/// <summary>How a verb reports: it returns a <see cref="Report"/>, which is printed as text or, with <c>--json</c>, as JSON.</summary>
internal static class Reporting
{
    private const string JsonOption = "--json";

    /// <summary>Sets the action of a command, and gives it the option <c>--json</c>.</summary>
    /// <param name="command">The command.</param>
    /// <param name="output">The output.</param>
    /// <param name="run">Runs the verb. Its output has no terminal if a program reads the result.</param>
    public static void SetReport(this Command command, Output output, Func<ParseResult, Output, CancellationToken, Task<Report>> run)
    {
        command.Options.Add(new Option<bool>(JsonOption) { Description = "Print the result as JSON." });
        command.SetAction(async (arguments, cancellationToken) =>
        {
            bool asJson = IsJson(arguments);
            Output used = asJson ? output with { Terminal = null } : output;
            Report report = await run(arguments, used, cancellationToken).ConfigureAwait(false);
            await PrintAsync(report, used, asJson, cancellationToken).ConfigureAwait(false);
            return report.ExitCode;
        });
    }

    /// <inheritdoc cref="SetReport(Command, Output, Func{ParseResult, Output, CancellationToken, Task{Report}})"/>
    public static void SetReport(this Command command, Output output, Func<ParseResult, Report> run) =>
        command.SetReport(output, (arguments, _, _) => Task.FromResult(run(arguments)));

    /// <summary>Whether the command line asks for JSON.</summary>
    public static bool IsJson(ParseResult arguments) => IsJson(arguments.CommandResult);

    /// <inheritdoc cref="IsJson(ParseResult)"/>
    public static bool IsJson(CommandResult command) =>
        command.Command.Options.FirstOrDefault(option => option.Name == JsonOption) is { } json && command.GetResult(json) is { Implicit: false };

    private static Task PrintAsync(Report report, Output output, bool asJson, CancellationToken cancellationToken) =>
        asJson ? report.PrintJsonAsync(output, cancellationToken) : report.PrintAsync(output, cancellationToken);
}
