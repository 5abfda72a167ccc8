namespace FmeTyped.Testing;

/// <summary>The repositories and workspaces of the emulator. Immutable.</summary>
internal sealed class WorkspaceCatalog
{
    private readonly SortedDictionary<string, SortedDictionary<string, PublishedWorkspace>> _repositories = new(StringComparer.Ordinal);

    /// <summary>Creates a catalog of workspaces.</summary>
    /// <exception cref="InvalidDataException">A workspace occurs twice.</exception>
    public WorkspaceCatalog(IEnumerable<PublishedWorkspace> workspaces)
    {
        foreach (PublishedWorkspace workspace in workspaces)
        {
            if (!_repositories.TryGetValue(workspace.Repository, out SortedDictionary<string, PublishedWorkspace>? repository))
            {
                _repositories.Add(workspace.Repository, repository = new(StringComparer.Ordinal));
            }

            if (!repository.TryAdd(workspace.Name, workspace))
            {
                throw new InvalidDataException($"{workspace} occurs in two schema files. Leave it in one of them.");
            }
        }
    }

    /// <summary>The repositories' names, sorted.</summary>
    public IReadOnlyCollection<string> Repositories => _repositories.Keys;

    /// <summary>The workspaces of a repository, sorted by name; null if there is no such repository.</summary>
    public IReadOnlyCollection<PublishedWorkspace>? FindRepository(string name) =>
        _repositories.TryGetValue(name, out SortedDictionary<string, PublishedWorkspace>? repository) ? repository.Values : null;

    public PublishedWorkspace? Find(string repository, string workspace) =>
        _repositories.TryGetValue(repository, out SortedDictionary<string, PublishedWorkspace>? workspaces)
            ? workspaces.GetValueOrDefault(workspace)
            : null;

    public override string ToString() => string.Join(", ", _repositories.Values.SelectMany(repository => repository.Values));
}
