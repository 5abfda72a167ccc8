using System.CommandLine;
using FmeTyped.Tool.Sources;
using FmeTyped.Tool.Terminal;

namespace FmeTyped.Tool.Commands;

/// <summary><c>fmetyped import</c>: workspace files and saved answers of a server into the schema file.</summary>
internal static class ImportCommand
{
    public static ToolCommand Create(Output output)
    {
        var files = new Argument<string[]>("files")
        {
            Description = "Workspace files (.fmw) and saved REST answers (.json), folders of such, and patterns such as **/*.fmw.",
            Arity = ArgumentArity.OneOrMore,
        };
        files.Validators.Add(CommonOptions.RefuseOptions);
        Option<string> schema = CommonOptions.Schema();
        Option<string> repository = CommonOptions.Repository();
        Option<bool> keepSurface = UpdateOptions.KeepSurface();
        var prune = new Option<bool>("--prune") { Description = "Drop workspaces that are not among the files, in the repositories that the files are of." };
        Option<bool> dryRun = UpdateOptions.DryRun();
        var command = new Command("import", "Take workspaces from .fmw files and saved REST answers into the schema file, offline.")
        {
            files, schema, repository, keepSurface, prune, dryRun,
        };
        command.SetAction((arguments, cancellationToken) => RunAsync(
            arguments.GetRequiredValue(files),
            arguments.GetValue(repository),
            arguments.GetValue(prune),
            new UpdateOptions(arguments.GetRequiredValue(schema), arguments.GetValue(keepSurface), arguments.GetValue(dryRun)),
            output,
            cancellationToken));
        return new ToolCommand(
            command,
            [
                "fmetyped import workspaces/*.fmw --repository Samples",
                "fmetyped import answers/ --schema src/App/workspaces.json --prune",
                "fmetyped import austinDownload.json --repository Samples --dry-run",
            ],
            [
                "0    all files were taken in",
                "1    some could not be read, and the others were taken in",
            ]);
    }

    private static async Task<int> RunAsync(
        string[] inputs, string? repository, bool prune, UpdateOptions options, Output output, CancellationToken cancellationToken)
    {
        var sources = new SourceSet(await ReadAsync(InputFiles.Find(inputs), repository, cancellationToken).ConfigureAwait(false));
        foreach (string error in sources.Errors)
        {
            output.Problem(error);
        }

        if (sources.Workspaces.Count == 0)
        {
            throw new ToolException("Nothing was imported: no file holds a workspace that can be read.");
        }

        IReadOnlySet<string> pruned = prune ? sources.Workspaces.Select(workspace => workspace.Repository).ToHashSet() : new HashSet<string>();
        if (prune && sources.Errors.Count > 0)
        {
            throw new ToolException("Nothing was imported: with --prune, a file that cannot be read would drop its workspace. Mend the files, or leave them out.");
        }

        await SchemaFileUpdate.RunAsync(sources.Workspaces, pruned.Contains, options, output, cancellationToken).ConfigureAwait(false);
        return sources.Errors.Count > 0 ? ExitCode.Partly : ExitCode.Success;
    }

    private static async Task<IReadOnlyList<SourceFile>> ReadAsync(IReadOnlyList<string> files, string? repository, CancellationToken cancellationToken)
    {
        var reader = new SourceFileReader(repository);
        var read = new List<SourceFile>();
        foreach (string file in files)
        {
            read.Add(await reader.ReadAsync(file, cancellationToken).ConfigureAwait(false));
        }

        return read;
    }
}
