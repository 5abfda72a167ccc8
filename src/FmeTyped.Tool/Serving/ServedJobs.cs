using FmeTyped.Schema.Model;
using FmeTyped.Testing;
using FmeTyped.Tool.Terminal;

namespace FmeTyped.Tool.Serving;

/// <summary>How the jobs of a served emulator end and what they write, by workspace.</summary>
internal sealed class ServedJobs
{
    private readonly IReadOnlyDictionary<string, ServedOutcome> _outcomes;
    private readonly string? _results;
    private readonly IReadOnlyList<Workspace> _workspaces;

    /// <param name="workspaces">The workspaces that are served.</param>
    /// <param name="failing">The workspaces whose jobs fail, such as <c>Samples/a.fmw</c>, each perhaps with <c>=</c> and what FME says.</param>
    /// <param name="outcomesFile">A file of outcomes; null for none.</param>
    /// <param name="results">The folder of what jobs write; null for none.</param>
    /// <exception cref="ToolException">A workspace is not served, or there is no such file or folder.</exception>
    public ServedJobs(IReadOnlyList<Workspace> workspaces, IEnumerable<string> failing, string? outcomesFile, string? results)
    {
        Dictionary<string, ServedOutcome> outcomes = outcomesFile is null ? [] : ServedOutcome.ReadFile(outcomesFile);
        foreach (string[] parts in failing.Select(one => one.Split('=', 2)))
        {
            outcomes[parts[0]] = new ServedOutcome { End = ServedEnd.Failure, Message = parts is [_, var message] ? message : null };
        }

        if (outcomes.Keys.FirstOrDefault(name => !workspaces.Any(workspace => NameOf(workspace) == name)) is { } unknown)
        {
            throw new ToolException($"There is no workspace {unknown} to set an outcome for. There are: {string.Join(", ", workspaces.Select(NameOf))}.");
        }

        if (results is not null && !Directory.Exists(results))
        {
            throw new ToolException($"There is no folder {results}; specify with --results where the files are that jobs write.");
        }

        _outcomes = outcomes;
        _results = results;
        _workspaces = workspaces;
    }

    public void Apply(FmeFlowEmulator emulator)
    {
        foreach (Workspace workspace in _workspaces)
        {
            FmeJobOutcome outcome = (_outcomes.GetValueOrDefault(NameOf(workspace)) ?? new ServedOutcome()).ToOutcome();
            emulator.OnRun(workspace.Repository, workspace.Name, _ => outcome with { Files = [.. FilesOf(workspace)] });
        }
    }

    // Read for each job, so that a test can change them.
    private IEnumerable<FmeResultFile> FilesOf(Workspace workspace)
    {
        if (_results is null)
        {
            return [];
        }

        string root = Path.GetFullPath(_results);
        string folder = Path.GetFullPath(Path.Combine(root, workspace.Repository, workspace.Name));
        return folder.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal) && Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(file =>
                FmeResultFile.From(Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/'), File.ReadAllBytes(file)))
            : [];
    }

    private static string NameOf(Workspace workspace) => $"{workspace.Repository}/{workspace.Name}";
}
