using FmeTyped.Schema.Comparison;
using FmeTyped.Schema.Model;
using FmeTyped.Tool.Differences;
using FmeTyped.Tool.SchemaFiles;
using FmeTyped.Tool.Sources;
using FmeTyped.Tool.Terminal;

namespace FmeTyped.Tool.Servers;

/// <summary>
/// Compares a schema file with servers: the workspaces that it names, and if the user gave filters, all others that match them. A failed comparison with a
/// server is a result like others.
/// </summary>
internal sealed class ServerComparer(SchemaDocument schema, NameFilter repositories, NameFilter workspaces, Output output)
{
    private bool IsFiltered => !repositories.IsAll || !workspaces.IsAll;

    public async Task<CheckResult> CompareAsync(NamedServer server, CancellationToken cancellationToken)
    {
        try
        {
            using FmeFlowClient client = server.Target.CreateClient();
            return await CompareAsync(server, new ServerReader(client), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is FmeException or ToolException)
        {
            return ResultOf(server, []) with
            {
                Outcome = fault is FmeServerUnavailableException or FmeProtocolException ? CheckOutcome.Unreachable : CheckOutcome.Refused,
                Problems = [fault.Message.ReplaceLineEndings(" ")],
            };
        }
    }

    private async Task<CheckResult> CompareAsync(NamedServer server, ServerReader reader, CancellationToken cancellationToken)
    {
        FmeWorkspaceInfo[] named =
        [
            .. schema.Workspaces
                .Select(workspace => new FmeWorkspaceInfo { Repository = workspace.Repository, Name = workspace.Name })
                .Where(IsMeant),
        ];
        List<SourceFile> read = [.. await ReadAsync(named, server, reader, cancellationToken).ConfigureAwait(false)];
        HashSet<string> gone = [.. read.Where(file => file.IsMissing).Select(file => file.Path)];
        if (IsFiltered || gone.Count > 0)
        {
            IReadOnlyList<FmeWorkspaceInfo> all = await reader.ListAsync(NameFilter.All, NameFilter.All, cancellationToken).ConfigureAwait(false);

            // A workspace that the server still lists is not removed, so it remains an error.
            gone.ExceptWith(all.Select(workspace => workspace.ToString()));
            read.RemoveAll(file => gone.Contains(file.Path));
            read.AddRange(await ReadAsync(FindOthers(all, gone), server, reader, cancellationToken).ConfigureAwait(false));
        }

        if (read.Count == 0 && gone.Count == 0)
        {
            throw new ToolException($"Nothing to compare: neither {schema.Path} nor the server has such a workspace; check --repository and --workspace.");
        }

        var sources = new SourceSet(read);
        return ResultOf(server, Compare(sources, gone)) with
        {
            Outcome = sources.Errors.Count > 0 ? CheckOutcome.Refused : CheckOutcome.Compared,
            Problems = sources.Errors,
        };
    }

    private async Task<IReadOnlyList<SourceFile>> ReadAsync(
        FmeWorkspaceInfo[] wanted, NamedServer server, ServerReader reader, CancellationToken cancellationToken) =>
        wanted.Length == 0
            ? []
            : await ReadingProgress.RunAsync(
                output, $"Reading workspaces of {server}", wanted.Length, progress =>
                    reader.ReadAsync(wanted, progress, cancellationToken)).ConfigureAwait(false);

    // Workspaces outside the file are reported as new only if the user asked for them. A missing workspace may have moved if its name exists elsewhere.
    private FmeWorkspaceInfo[] FindOthers(IReadOnlyList<FmeWorkspaceInfo> all, HashSet<string> gone)
    {
        HashSet<string> inFile = [.. schema.Workspaces.Select(Identity)];
        FmeWorkspaceInfo[] others = [.. all.Where(workspace => !inFile.Contains(workspace.ToString()))];
        HashSet<string> moved = [.. schema.Workspaces.Where(workspace => gone.Contains(Identity(workspace)))
            .Select(workspace => workspace.Name)
            .Where(name => others.Count(other => other.Name == name) == 1)];
        return [.. others.Where(other => moved.Contains(other.Name) || (IsFiltered && IsMeant(other)))];
    }

    /// <summary>The differences from the file that a pull would write, with the team's own choices, and without removed workspaces.</summary>
    private IReadOnlyList<Difference> Compare(SourceSet sources, HashSet<string> gone)
    {
        SchemaDocument rest = schema.WithRecords(schema.Records.Where((_, i) => !gone.Contains(Identity(schema.Workspaces[i]))));
        SchemaDocument now = SchemaUpdate.Apply(rest, sources.Workspaces, new HashSet<string>());
        return
        [
            .. SchemaComparer.Compare([.. schema.Workspaces], [.. now.Workspaces])
                .Select(difference => difference.Kind == DifferenceKind.WorkspaceRemoved
                    ? difference with { Hint = "The token's user may also lack permission to see it" }
                    : difference),
        ];
    }

    private bool IsMeant(FmeWorkspaceInfo workspace) => repositories.Matches(workspace.Repository) && workspaces.Matches(workspace.Name);

    // Names contain no slash.
    private static string Identity(Workspace workspace) => $"{workspace.Repository}/{workspace.Name}";

    private CheckResult ResultOf(NamedServer server, IReadOnlyList<Difference> differences) =>
        new(server.Label, DifferenceRecord.From(schema, differences, server.Label)) { Url = server.Target.Url };
}
