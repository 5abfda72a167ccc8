using System.CommandLine;
using FmeTyped.Tool.SchemaFiles;

namespace FmeTyped.Tool.Commands;

/// <summary>Options that several verbs have, made anew for each.</summary>
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

    public static Option<string> Repository() => new("--repository")
    {
        Description = "The repository of workspaces whose file does not say it, such as .fmw files.",
        HelpName = "name",
    };
}
