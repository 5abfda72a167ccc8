using System.Text;
using FmeTyped.Tool.Sources;

namespace FmeTyped.Tool.Servers;

/// <summary>Reads the workspaces of a server, several at once.</summary>
internal sealed class ServerReader(FmeFlowClient client)
{
    /// <summary>The number of concurrent requests: enough to hide network latency, too few to burden the server.</summary>
    public const int Concurrency = 8;

    private readonly FmeFlowAdministration _administration = new(client);

    /// <summary>The workspaces that match both filters.</summary>
    public async Task<IReadOnlyList<FmeWorkspaceInfo>> ListAsync(NameFilter repositories, NameFilter workspaces, CancellationToken cancellationToken)
    {
        var found = new List<FmeWorkspaceInfo>();
        foreach (string? repository in repositories.Names ?? (IReadOnlyList<string?>)[null])
        {
            await foreach (FmeWorkspaceInfo workspace in _administration.ListWorkspacesAsync(repository, cancellationToken: cancellationToken)
                .ConfigureAwait(false))
            {
                if (repositories.Matches(workspace.Repository) && IsWorkspace(workspace) && workspaces.Matches(workspace.Name))
                {
                    found.Add(workspace);
                }
            }
        }

        // A page may repeat items of the previous one if the list changes in between.
        return [.. found.DistinctBy(workspace => (workspace.Repository, workspace.Name))];
    }

    /// <summary>Reads the server's descriptions of workspaces, in their order.</summary>
    public Task<IReadOnlyList<SourceFile>> ReadAsync(
        IReadOnlyList<FmeWorkspaceInfo> workspaces, IProgress<int> progress, CancellationToken cancellationToken) =>
        ForEachAsync(workspaces, ReadRecordAsync, progress, cancellationToken);

    /// <summary>Downloads workspace files and reads them, in the order of the workspaces.</summary>
    public Task<IReadOnlyList<SourceFile>> ReadFilesAsync(
        IReadOnlyList<FmeWorkspaceInfo> workspaces, IProgress<int> progress, CancellationToken cancellationToken) =>
        ForEachAsync(workspaces, ReadFileAsync, progress, cancellationToken);

    private async Task<SourceFile> ReadRecordAsync(FmeWorkspaceInfo workspace, CancellationToken cancellationToken)
    {
        FmeWorkspaceInfo record = await _administration.GetWorkspaceAsync(workspace.Repository, workspace.Name, cancellationToken).ConfigureAwait(false);
        string text = record.Json.TryGetProperty("parameters", out _)
            ? record.Json.GetRawText()
            : WithParameters(
                record.Json.GetRawText(),
                (await _administration.GetParametersJsonAsync(workspace.Repository, workspace.Name, cancellationToken).ConfigureAwait(false)).GetRawText());
        SourceFile read = new SourceFileReader(workspace.Repository).ReadResponse(workspace.ToString(), text);

        // The response to a name is the workspace of that name, however the server spells it (A111).
        return read with { Workspaces = [.. read.Workspaces.Select(source => source with { Repository = workspace.Repository, Name = workspace.Name })] };
    }

    private async Task<SourceFile> ReadFileAsync(FmeWorkspaceInfo workspace, CancellationToken cancellationToken)
    {
        // A workspace file does not contain its registrations.
        FmeWorkspaceInfo record = await _administration.GetWorkspaceAsync(workspace.Repository, workspace.Name, cancellationToken).ConfigureAwait(false);
        using var content = new MemoryStream();
        try
        {
            Stream file = await _administration.OpenWorkspaceFileAsync(workspace.Repository, workspace.Name, cancellationToken).ConfigureAwait(false);
            await using (file.ConfigureAwait(false))
            {
                await file.CopyToAsync(content, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (FmeNotFoundException)
        {
            return SourceFile.Bad(workspace.ToString(), $"{workspace}: the server does not provide its file; leave out --from.");
        }

        SourceFile read = new SourceFileReader(workspace.Repository).ReadWorkspaceFile(workspace.ToString(), content.ToArray());
        return read with { Workspaces = [.. read.Workspaces.Select(source => source with { Services = record.Services })] };
    }

    private static async Task<IReadOnlyList<SourceFile>> ForEachAsync(
        IReadOnlyList<FmeWorkspaceInfo> workspaces,
        Func<FmeWorkspaceInfo, CancellationToken, Task<SourceFile>> read,
        IProgress<int> progress,
        CancellationToken cancellationToken)
    {
        var files = new SourceFile[workspaces.Count];
        int done = 0;
        var options = new ParallelOptions { MaxDegreeOfParallelism = Concurrency, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, files.Length, options, async (i, token) =>
        {
            try
            {
                files[i] = await read(workspaces[i], token).ConfigureAwait(false);
            }
            catch (FmeNotFoundException)
            {
                files[i] = SourceFile.Missing(workspaces[i].ToString());
            }
            catch (FmeForbiddenException)
            {
                files[i] = SourceFile.Bad(workspaces[i].ToString(), $"{workspaces[i]}: it does not exist, or the token's user may not read it; grant "
                    + "the user permission to read in the repository.");
            }

            progress.Report(Interlocked.Increment(ref done));
        }).ConfigureAwait(false);
        return files;
    }

    // Repositories also contain templates, custom formats and so on.
    private static bool IsWorkspace(FmeWorkspaceInfo workspace) => workspace.Name.EndsWith(".fmw", StringComparison.OrdinalIgnoreCase);

    private static string WithParameters(string record, string parameters)
    {
        int end = record.LastIndexOf('}');
        var text = new StringBuilder(record, 0, end, record.Length + parameters.Length + 20);
        return text.Append(record.AsSpan(0, end).TrimEnd().EndsWith("{") ? "" : ",").Append("\"parameters\":").Append(parameters).Append('}').ToString();
    }
}
