using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace FmeTyped.Tool.Commands;

/// <summary>Help that ends with the examples and exit codes of a command.</summary>
internal sealed class Examples(HelpAction help, IReadOnlyDictionary<Command, Examples.Entry> byCommand) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        int code = help.Invoke(parseResult);
        if (byCommand.TryGetValue(parseResult.CommandResult.Command, out Entry? entry))
        {
            TextWriter output = parseResult.InvocationConfiguration.Output;
            Write(output, "Examples:", entry.Lines);
            Write(output, "Exit codes:", entry.ExitCodes);
        }

        return code;
    }

    private static void Write(TextWriter output, string title, IReadOnlyList<string> lines)
    {
        output.WriteLine(title);
        foreach (string line in lines)
        {
            output.WriteLine($"  {line}");
        }

        output.WriteLine();
    }

    /// <summary>The end of the help of a command.</summary>
    internal sealed record Entry(IReadOnlyList<string> Lines, IReadOnlyList<string> ExitCodes);
}
