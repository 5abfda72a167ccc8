using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using FmeTyped.Tool.SchemaFiles;

namespace FmeTyped.Tool.Commands;

/// <summary>Options that several commands share, created anew for each.</summary>
internal static class CommonOptions
{
    public static Option<string> Schema() => new("--schema")
    {
        Description = "The schema file.",
        HelpName = "file",
        DefaultValueFactory = _ => SchemaDocument.DefaultPath,
    };

    public static Option<string> Output(string description) => new("--output", "-o")
    {
        Description = description,
        HelpName = "folder",
        Required = true,
    };

    public static Option<int> Port()
    {
        var port = new Option<int>("--port") { Description = "The port; 0 for a free one.", DefaultValueFactory = _ => 0 };
        port.Validators.Add(result => RefuseOutside(result, "port", 0, 65535));
        return port;
    }

    // A text that is not a number already has an error.
    public static void RefuseOutside(OptionResult result, string what, int least, int most)
    {
        if (result.Tokens is [var token]
            && int.TryParse(token.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number)
            && (number < least || number > most))
        {
            result.AddError($"{number} is not a valid {what}.");
        }
    }

    /// <summary>Rejects a misspelt option, which would otherwise be read as a file name.</summary>
    public static void RefuseOptions(SymbolResult inputs)
    {
        foreach (Token token in inputs.Tokens.Where(token => token.Value.StartsWith('-') && !Path.Exists(token.Value)))
        {
            inputs.AddError(Misspelling.UnknownOption(token.Value, ((CommandResult)inputs.Parent!).Command));
        }
    }

    public static Option<string> Repository() => new("--repository")
    {
        Description = "The repository of workspaces whose file does not name it, such as .fmw files.",
        HelpName = "name",
    };

    public static Option<string[]> Repositories() => new("--repository")
    {
        Description = "A repository, or a pattern with * and ?; may be given several times. Default: all.",
        HelpName = "name",
    };

    public static Option<string[]> Workspaces() => new("--workspace")
    {
        Description = "A workspace, or a pattern with * and ?; may be given several times. Default: all.",
        HelpName = "name",
    };

    public static Argument<long> Job()
    {
        var id = new Argument<long>("id") { Description = "The job's id." };
        id.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && result.Tokens[0].Value is var text && !(long.TryParse(text, out long number) && number > 0))
            {
                result.AddError($"'{text}' is not a job id.");
            }
        });
        return id;
    }
}
