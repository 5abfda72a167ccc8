using FmeTyped.Schema.Comparison;
using FmeTyped.Schema.Model;
using FmeTyped.Tool.SchemaFiles;
using FmeTyped.Tool.Terminal;

namespace FmeTyped.Tool.Sources;

/// <summary>Compares a schema file with files.</summary>
/// <param name="schema">The schema file.</param>
/// <param name="repository">The repository of workspaces whose file does not name it; null if the user gave none.</param>
internal sealed class FileComparer(SchemaDocument schema, string? repository)
{
    /// <summary>
    /// The differences from the schema file after an update from the files, which keeps the team's own choices and everything that the files do not
    /// mention.
    /// </summary>
    /// <exception cref="ToolException">A file cannot be read.</exception>
    public async Task<IReadOnlyList<Difference>> CompareAsync(IReadOnlyList<string> files, CancellationToken cancellationToken)
    {
        var read = new List<SourceFile>();
        foreach (string file in files)
        {
            read.Add(await new SourceFileReader(repository ?? RepositoryOf(file)).ReadAsync(file, cancellationToken).ConfigureAwait(false));
        }

        var sources = new SourceSet(read);
        if (sources.Errors.Count > 0)
        {
            throw new ToolException(sources.Errors);
        }

        // A schema file lists all workspaces; other files list some.
        IEnumerable<Workspace> pruned = read.Any(file => file.IsSchemaFile) ? schema.Workspaces : [];
        SchemaDocument now = SchemaUpdate.Apply(schema, sources.Workspaces, pruned.Select(workspace => workspace.Repository).ToHashSet());
        return SchemaComparer.Compare([.. schema.Workspaces], [.. now.Workspaces]);
    }

    // The repository is not needed if only one has the workspace.
    private string? RepositoryOf(string file)
    {
        string name = Path.GetFileName(file);
        string workspace = name.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? Path.GetFileNameWithoutExtension(name) : name;
        string[] repositories =
        [
            .. schema.Workspaces
                .Where(candidate => candidate.Name == workspace || candidate.Name == workspace + ".fmw")
                .Select(candidate => candidate.Repository),
        ];
        return repositories.Length == 1 ? repositories[0] : null;
    }
}
