using System.Text;
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

    /// <summary>Whether standard input is a keyboard.</summary>
    public bool IsInputTyped { get; init; }

    public static Output OfProcess() =>
        new(Console.Out, Console.Error, Console.IsOutputRedirected ? null : AnsiConsole.Console)
        {
            Input = Console.In,
            IsInputTyped = !Console.IsInputRedirected,
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

    /// <summary>A secret line of standard input, read without echo. Null if there is none.</summary>
    public string? ReadSecretLine(string prompt)
    {
        if (!IsInputTyped)
        {
            return Input.ReadLine();
        }

        Error.Write($"{TerminalText.From(prompt)}: ");
        var typed = new StringBuilder();
        for (ConsoleKeyInfo key = Console.ReadKey(intercept: true); key.Key != ConsoleKey.Enter; key = Console.ReadKey(intercept: true))
        {
            if (key.Key != ConsoleKey.Backspace)
            {
                typed.Append(key.KeyChar);
            }
            else if (typed.Length > 0)
            {
                typed.Length--;
            }
        }

        Error.WriteLine();
        return typed.ToString();
    }
}
