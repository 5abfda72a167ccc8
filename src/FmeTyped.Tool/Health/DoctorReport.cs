using FmeTyped.Tool.Terminal;
using Spectre.Console;

namespace FmeTyped.Tool.Health;

/// <summary>What <c>fmetyped doctor</c> found.</summary>
/// <param name="Checks">The checks, in their order.</param>
internal sealed record DoctorReport(IReadOnlyList<Check> Checks) : Report
{
    /// <summary>Whether the server could not be reached, so that the rest was not checked.</summary>
    internal bool IsUnreachable { get; init; }

    internal override int ExitCode => IsUnreachable
        ? Terminal.ExitCode.Unreachable
        : Checks.Max(check => check.State) switch
        {
            CheckState.Failed => Terminal.ExitCode.Severe,
            CheckState.Warning => Terminal.ExitCode.Partly,
            _ => Terminal.ExitCode.Success,
        };

    protected override void Print(Output output)
    {
        foreach (Check check in Checks)
        {
            if (output.Terminal is { } terminal)
            {
                string text = TerminalText.From(check.ToString());
                int mark = text.IndexOf(' ', StringComparison.Ordinal);
                terminal.MarkupLine($"[{ColorOf(check.State)}]{text[..mark]}[/]{Markup.Escape(text[mark..])}");
            }
            else
            {
                output.Line(check.ToString());
            }
        }
    }

    private static string ColorOf(CheckState state) => state switch
    {
        CheckState.Ok => "green",
        CheckState.Unknown => "grey",
        CheckState.Warning => "yellow",
        _ => "red",
    };
}
