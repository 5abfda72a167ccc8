using System.CommandLine;
using FmeTyped.Schema.Reading;

namespace FmeTyped.Tool.Commands;

/// <summary>Says what is wrong with a command line, and what was most likely meant.</summary>
internal static class Misspelling
{
    public static string Describe(ParseResult parsed)
    {
        Command command = parsed.CommandResult.Command;

        // What follows an unknown command is its own, and not a mistake.
        IEnumerable<string> unknown = command is RootCommand ? parsed.UnmatchedTokens.Take(1) : parsed.UnmatchedTokens;
        IEnumerable<string> others = parsed.Errors
            .Select(error => error.Message)
            .Where(message => !parsed.UnmatchedTokens.Any(token => message.Contains($"'{token}'", StringComparison.Ordinal)));
        string mistakes = string.Join(' ', unknown.Select(token => DescribeUnknown(token, command)).Concat(others).Select(Sentence));
        return $"{mistakes} See fmetyped {(command is RootCommand ? "" : $"{command.Name} ")}--help.";
    }

    /// <summary>An option that a command has not got.</summary>
    public static string UnknownOption(string option, Command command) => $"There is no option '{option}'"
        + NearMiss.Hint(
            option, command.Options.SelectMany(known => known.Aliases.Append(known.Name)).Where(known => known.StartsWith("--", StringComparison.Ordinal)));

    private static string DescribeUnknown(string token, Command command) =>
        token.StartsWith('-') ? UnknownOption(token, command)
        : command is RootCommand ? $"There is no command '{token}'{NearMiss.Hint(token, command.Subcommands.Select(known => known.Name))}"
        : $"'{token}' is one argument too many";

    // Some of the parser's messages are lists with an item on each line.
    private static string Sentence(string message)
    {
        string line = string.Join(' ', message.Split(['\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        return line.EndsWith('.') || line.EndsWith('?') ? line : line + ".";
    }
}
