using Spectre.Console;

namespace FmeTyped.Tool.Terminal;

/// <summary>The tool's output: results to standard output, problems to standard error.</summary>
/// <param name="Standard">For results.</param>
/// <param name="Error">For problems.</param>
/// <param name="Terminal">A terminal for tables; null if the output goes to a file or a pipe, which gets plain lines.</param>
internal sealed record Output(TextWriter Standard, TextWriter Error, IAnsiConsole? Terminal)
{
    /// <summary>The source of tokens and other secrets given on standard input.</summary>
    public TextReader Input { get; init; } = TextReader.Null;

    /// <summary>Where somebody who sits at the keyboard is asked, on standard error; null if standard input is a file or a pipe.</summary>
    public IAnsiConsole? Keyboard { get; init; }

    public static Output OfProcess() =>
        new(Console.Out, Console.Error, Console.IsOutputRedirected ? null : AnsiConsole.Console)
        {
            Input = Console.In,
            Keyboard = Console.IsInputRedirected || Console.IsErrorRedirected
                ? null
                : AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) }),
        };

    /// <summary>A line of the result.</summary>
    public void Line(string text) => Standard.WriteLine(TerminalText.From(text));

    /// <summary>A line about a problem, or about progress.</summary>
    public void Problem(string text) => Error.WriteLine(TerminalText.From(text));

    public void Problems(IEnumerable<string> lines)
    {
        foreach (string line in lines)
        {
            Problem(line);
        }
    }

    /// <summary>A secret line of standard input; a person is asked for it, and sees nothing of what is typed. Null if there is none.</summary>
    public string? ReadSecretLine(string prompt) => Keyboard is { } keyboard
        ? keyboard.Prompt(new TextPrompt<string>($"{Markup.Escape(TerminalText.From(prompt))}:").Secret(mask: null).AllowEmpty())
        : Input.ReadLine();
}
