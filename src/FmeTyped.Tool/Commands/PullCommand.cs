using System.CommandLine;
using FmeTyped.Schema.Comparison;
using FmeTyped.Tool.Differences;
using FmeTyped.Tool.SchemaFiles;
using FmeTyped.Tool.Servers;
using FmeTyped.Tool.Sources;
using FmeTyped.Tool.Terminal;

namespace FmeTyped.Tool.Commands;

/// <summary><c>fmetyped pull</c>: updates the schema file from a server.</summary>
internal static class PullCommand
{
    private const string FromServer = "server";
    private const string FromFile = "workspace-file";

    public static ToolCommand Create(Output output)
    {
        Option<string[]> repository = CommonOptions.Repositories();
        Option<string[]> workspace = CommonOptions.Workspaces();
        Option<string> schema = CommonOptions.Schema();
        var prune = new Option<bool>("--prune") { Description = "Remove workspaces that the server no longer has, in the repositories that are pulled." };
        var from = new Option<string>("--from")
        {
            Description = $"The source: the {FromServer}'s description of a workspace, or the {FromFile}, which is downloaded.",
            DefaultValueFactory = _ => FromServer,
        };
        from.AcceptOnlyFromAmong(FromServer, FromFile);
        var crossCheck = new Option<bool>("--cross-check") { Description = "Read both, and report where they differ." };
        Option<bool> keepSurface = UpdateOptions.KeepApi();
        Option<bool> dryRun = UpdateOptions.DryRun();
        var server = new ServerOptions();
        var command = new Command("pull", "Add workspaces from a server to the schema file.")
        {
            repository, workspace, schema, prune, from, crossCheck, keepSurface, dryRun,
        };
        server.AddTo(command);
        command.SetReport(output, (arguments, used, cancellationToken) => RunAsync(
            server.Find(arguments, output),
            new Selection(
                new NameFilter(arguments.GetValue(repository) ?? []),
                new NameFilter(arguments.GetValue(workspace) ?? []),
                arguments.GetValue(prune),
                arguments.GetValue(from) == FromFile,
                arguments.GetValue(crossCheck)),
            new UpdateOptions(arguments.GetRequiredValue(schema), arguments.GetValue(keepSurface), arguments.GetValue(dryRun)),
            used,
            cancellationToken));
        return new ToolCommand(
            command,
            [
                "fmetyped pull --server https://fme.example.com --repository Samples",
                "fmetyped pull --repository 'City*' --workspace '*Download.fmw' --dry-run",
                "fmetyped pull --prune --token-stdin < token.txt",
            ],
            [
                "0    the schema file is current",
                "1    some workspaces could not be read, or differ with --cross-check; the others were added",
                "3    the server could not be reached; nothing was done",
            ]);
    }

    private static async Task<Report> RunAsync(
        ServerTarget target, Selection selection, UpdateOptions options, Output output, CancellationToken cancellationToken)
    {
        if (selection is { Prune: true, Workspaces.IsAll: false })
        {
            throw new ToolException("--prune applies to whole repositories; leave out --workspace.");
        }

        using FmeFlowClient client = target.CreateClient();
        var reader = new ServerReader(client);
        IReadOnlyList<FmeWorkspaceInfo> workspaces = await reader.ListAsync(selection.Repositories, selection.Workspaces, cancellationToken)
            .ConfigureAwait(false);
        if (workspaces.Count == 0 && !selection.Prune)
        {
            throw new ToolException($"{target} has no such workspace that the token's user may see; check --repository and --workspace.");
        }

        SourceSet sources = await ReadAsync(selection.FromFiles, reader, workspaces, output, cancellationToken).ConfigureAwait(false);
        output.Problems(sources.Errors);

        if (selection.Prune && sources.Errors.Count > 0)
        {
            throw new ToolException("Nothing was pulled: with --prune, a workspace that cannot be read would be removed. Leave out --prune.");
        }

        SourceSet? other = selection.CrossChecks
            ? await ReadAsync(!selection.FromFiles, reader, workspaces, output, cancellationToken).ConfigureAwait(false)
            : null;
        output.Problems(other?.Errors ?? []);
        IReadOnlyList<DifferenceRecord>? crossCheck = other is null ? null : CrossCheck(options.Schema, sources, other, selection.FromFiles);
        UpdateReport report = await SchemaFileUpdate.RunAsync(
            sources.Workspaces,
            repository => selection.Prune && selection.Repositories.Matches(repository),
            options,
            output,
            cancellationToken).ConfigureAwait(false);
        return report with { CrossCheck = crossCheck, Problems = [.. sources.Errors, .. other?.Errors ?? []] };
    }

    private static async Task<SourceSet> ReadAsync(
        bool files, ServerReader reader, IReadOnlyList<FmeWorkspaceInfo> workspaces, Output output, CancellationToken cancellationToken) =>
        new(await ReadingProgress.RunAsync(
            output,
            files ? "Downloading workspaces" : "Reading workspaces",
            workspaces.Count,
            progress => files
                ? reader.ReadFilesAsync(workspaces, progress, cancellationToken)
                : reader.ReadAsync(workspaces, progress, cancellationToken)).ConfigureAwait(false));

    /// <summary>Where the workspace files differ from what the server says of them.</summary>
    private static IReadOnlyList<DifferenceRecord> CrossCheck(string schema, SourceSet read, SourceSet other, bool readIsOfFiles)
    {
        SchemaDocument before = SchemaDocument.ReadOrNew(schema);
        var inBoth = read.Workspaces.Select(source => source.Identity).Intersect(other.Workspaces.Select(source => source.Identity)).ToHashSet();
        SchemaDocument Apply(SourceSet sources) =>
            SchemaUpdate.Apply(before, [.. sources.Workspaces.Where(source => inBoth.Contains(source.Identity))], new HashSet<string>());
        (SchemaDocument server, SchemaDocument files) = readIsOfFiles ? (Apply(other), Apply(read)) : (Apply(read), Apply(other));
        return DifferenceRecord.From(server, SchemaComparer.Compare([.. server.Workspaces], [.. files.Workspaces]));
    }

    /// <summary>What to pull, and from where.</summary>
    private sealed record Selection(NameFilter Repositories, NameFilter Workspaces, bool Prune, bool FromFiles, bool CrossChecks);
}
