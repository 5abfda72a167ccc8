using System.CommandLine;
using FmeTyped.Tool.Differences;
using FmeTyped.Tool.Sources;
using FmeTyped.Tool.Terminal;

namespace FmeTyped.Tool.Commands;

/// <summary><c>fmetyped import</c>: adds workspaces from workspace files and saved REST responses to the schema file.</summary>
internal static class ImportCommand
{
    public static ToolCommand Create(Output output)
    {
        var files = new Argument<string[]>("files")
        {
            Description = "Workspace files (.fmw), templates (.fmwt) and saved REST responses (.json), folders of these, and patterns such as **/*.fmw.",
            Arity = ArgumentArity.OneOrMore,
        };
        files.Validators.Add(CommonOptions.RefuseOptions);
        Option<string> schema = CommonOptions.Schema();
        Option<string> repository = CommonOptions.Repository();
        Option<bool> keepSurface = UpdateOptions.KeepApi();
        var prune = new Option<bool>("--prune") { Description = "Remove workspaces that are not among the files, in the repositories of the files." };
        Option<bool> dryRun = UpdateOptions.DryRun();
        var command = new Command("import", "Add workspaces from .fmw files and saved REST responses to the schema file, offline.")
        {
            files, schema, repository, keepSurface, prune, dryRun,
        };
        command.SetReport(output, (arguments, used, cancellationToken) => RunAsync(
            arguments.GetRequiredValue(files),
            arguments.GetValue(repository),
            arguments.GetValue(prune),
            new UpdateOptions(arguments.GetRequiredValue(schema), arguments.GetValue(keepSurface), arguments.GetValue(dryRun)),
            used,
            cancellationToken));
        return new ToolCommand(
            command,
            [
                "fmetyped import workspaces/*.fmw --repository Samples",
                "fmetyped import responses/ --schema src/App/workspaces.json --prune",
                "fmetyped import austinDownload.json --repository Samples --dry-run",
            ],
            [
                "0    all files were imported",
                "1    some files could not be read; the others were imported",
            ]);
    }

    private static async Task<Report> RunAsync(
        string[] inputs, string? repository, bool prune, UpdateOptions options, Output output, CancellationToken cancellationToken)
    {
        var sources = new SourceSet(await ReadAsync(InputFiles.Find(inputs), repository, output, cancellationToken).ConfigureAwait(false));
        output.Problems(InputFiles.DescribeSkipped(inputs).Concat(sources.Errors));

        if (sources.Workspaces.Count == 0)
        {
            throw new ToolException("Nothing was imported: no file contains a readable workspace.");
        }

        IReadOnlySet<string> pruned = prune ? sources.Workspaces.Select(workspace => workspace.Repository).ToHashSet() : new HashSet<string>();
        if (prune && sources.Errors.Count > 0)
        {
            throw new ToolException("Nothing was imported: with --prune, an unreadable file would remove its workspace. Fix the files, or leave them out.");
        }

        UpdateReport report = await SchemaFileUpdate.RunAsync(sources.Workspaces, pruned.Contains, options, output, cancellationToken).ConfigureAwait(false);
        return report with { Problems = sources.Errors };
    }

    private static Task<IReadOnlyList<SourceFile>> ReadAsync(
        IReadOnlyList<string> files, string? repository, Output output, CancellationToken cancellationToken) =>
        WorkStatus.RunAsync<IReadOnlyList<SourceFile>>(output, "Reading files", async progress =>
        {
            var reader = new SourceFileReader(repository);
            var read = new List<SourceFile>();
            foreach (string file in files)
            {
                progress.Report($"Reading {file} ({read.Count + 1} of {files.Count})");
                read.Add(await reader.ReadAsync(file, cancellationToken).ConfigureAwait(false));
            }

            return read;
        });
}
