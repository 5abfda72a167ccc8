using System.CommandLine;
using FmeTyped.Tool.CSharpFiles;
using FmeTyped.Tool.SchemaFiles;
using FmeTyped.Tool.Terminal;

namespace FmeTyped.Tool.Commands;

/// <summary><c>fmetyped emit</c>: the C# that the generator produces, as files.</summary>
internal static class EmitCommand
{
    public static ToolCommand Create(Output output)
    {
        Option<string> folder = CommonOptions.Output("The folder for the C# files.");
        Option<string> schema = CommonOptions.Schema();
        var rootNamespace = new Option<string>("--root-namespace")
        {
            Description = "The beginning of the namespaces, before .Fme: the root namespace of the project that compiles the files.",
            HelpName = "namespace",
            DefaultValueFactory = _ => "",
        };
        var check = new Option<bool>("--check") { Description = "Write nothing, and report by the exit code whether the folder is current." };
        var command = new Command("emit", "Write the C# that the source generator produces from the schema file.") { folder, schema, rootNamespace, check };
        command.SetReport(output, arguments => Run(
            SchemaDocument.Read(arguments.GetRequiredValue(schema)).MustBeSound(),
            arguments.GetRequiredValue(folder),
            arguments.GetRequiredValue(rootNamespace),
            arguments.GetValue(check)));
        return new ToolCommand(
            command,
            [
                "fmetyped emit --output Generated --root-namespace MyApp",
                "fmetyped emit --output Generated --root-namespace MyApp --check",
            ],
            [
                "0    the folder is current",
                "1    with --check: the folder is not current",
            ]);
    }

    private static EmitReport Run(SchemaDocument schema, string path, string rootNamespace, bool isCheck)
    {
        IReadOnlyDictionary<string, string> files = CSharpFileSet.From([.. schema.Workspaces], rootNamespace);
        var folder = new CSharpFolder(path);
        IReadOnlyList<FileChange> changes = folder.CompareWith(files);
        if (!isCheck)
        {
            folder.Apply(changes);
        }

        return new EmitReport(path, files.Count, isCheck, changes);
    }
}
