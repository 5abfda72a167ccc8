using Spectre.Console;

namespace FmeTyped.Tool.Terminal;

/// <summary>Where the tool prints: results to standard output, problems to standard error.</summary>
/// <param name="Standard">For results.</param>
/// <param name="Error">For problems.</param>
/// <param name="Terminal">A terminal for tables; null where the output goes to a file or a pipe, which gets plain lines.</param>
internal sealed record Output(TextWriter Standard, TextWriter Error, IAnsiConsole? Terminal)
{
    /// <summary>Where a token comes from that is given on standard input.</summary>
    public TextReader Input { get; init; } = TextReader.Null;

    public static Output OfProcess() =>
        new(Console.Out, Console.Error, Console.IsOutputRedirected ? null : AnsiConsole.Console) { Input = Console.In };

    public void Line(string text) => Standard.WriteLine(text);

    public void Problem(string text) => Error.WriteLine(text);
}
