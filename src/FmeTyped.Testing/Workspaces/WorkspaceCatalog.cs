using System.Collections.Immutable;

namespace FmeTyped.Testing;

/// <summary>The repositories and workspaces of the emulator: those of the schema files, and what clients make and publish. Thread-safe.</summary>
internal sealed class WorkspaceCatalog
{
    /// <summary>The maximum total size in bytes of published workspace files, which are kept in memory.</summary>
    public const long MaxPublishedSize = 256L << 20;

    /// <summary>The maximum number of repositories, and of the workspaces of each.</summary>
    public const int MaxCount = 10_000;

    private readonly object _gate = new();

    // Replaced as a whole, so that a request reads one state of it.
    private volatile ImmutableSortedDictionary<string, PublishedRepository> _repositories =
        ImmutableSortedDictionary.Create<string, PublishedRepository>(StringComparer.Ordinal);

    /// <summary>Creates a catalog of workspaces.</summary>
    /// <exception cref="InvalidDataException">A workspace occurs twice.</exception>
    public WorkspaceCatalog(IEnumerable<PublishedWorkspace> workspaces)
    {
        foreach (PublishedWorkspace workspace in workspaces)
        {
            TryAddRepository(workspace.Repository, description: "");
            if (!TryPublish(workspace, overwrite: false))
            {
                throw new InvalidDataException($"{workspace} occurs in two schema files. Leave it in one of them.");
            }
        }
    }

    /// <summary>The repositories, sorted by name.</summary>
    public IReadOnlyCollection<PublishedRepository> Repositories => [.. _repositories.Values];

    public PublishedRepository? FindRepository(string name) => _repositories.GetValueOrDefault(name);

    public PublishedWorkspace? Find(string repository, string workspace) => FindRepository(repository)?.Workspaces.GetValueOrDefault(workspace);

    /// <summary>Creates an empty repository.</summary>
    /// <returns>Whether there was none of that name.</returns>
    /// <exception cref="StorageFullException">There are too many.</exception>
    public bool TryAddRepository(string name, string description)
    {
        lock (_gate)
        {
            if (_repositories.ContainsKey(name))
            {
                return false;
            }

            RefuseAbove(_repositories.Count + 1, "repositories");
            _repositories = _repositories.Add(name, new PublishedRepository(name, description));
            return true;
        }
    }

    /// <summary>Deletes a repository with its workspaces.</summary>
    /// <returns>Whether it existed.</returns>
    public bool RemoveRepository(string name)
    {
        lock (_gate)
        {
            bool exists = _repositories.ContainsKey(name);
            _repositories = _repositories.Remove(name);
            return exists;
        }
    }

    /// <summary>Adds a workspace to its repository, which exists.</summary>
    /// <returns>Whether it was added. It is not if there is one of that name that may not be overwritten, or if the repository was deleted.</returns>
    /// <exception cref="StorageFullException">There are too many, or their files are too large in total.</exception>
    public bool TryPublish(PublishedWorkspace workspace, bool overwrite)
    {
        lock (_gate)
        {
            if (FindRepository(workspace.Repository) is not { } repository)
            {
                return false;
            }

            PublishedWorkspace? replaced = repository.Workspaces.GetValueOrDefault(workspace.Name);
            if (replaced is not null && !overwrite)
            {
                return false;
            }

            RefuseAbove(repository.Workspaces.Count + 1, $"workspaces in {repository.Name}");
            long size = _repositories.Values.Sum(one => one.Workspaces.Values.Sum(other => other == replaced ? 0 : Size(other))) + Size(workspace);
            if (size > MaxPublishedSize)
            {
                throw new StorageFullException($"The emulator keeps {MaxPublishedSize} bytes of published workspaces, and this would be more.");
            }

            _repositories = _repositories.SetItem(
                repository.Name, repository with { Workspaces = repository.Workspaces.SetItem(workspace.Name, workspace) });
            return true;
        }
    }

    /// <summary>Deletes a workspace. Its jobs stay.</summary>
    /// <returns>Whether it existed.</returns>
    public bool Remove(string repository, string workspace)
    {
        lock (_gate)
        {
            if (FindRepository(repository) is not { } found || !found.Workspaces.ContainsKey(workspace))
            {
                return false;
            }

            _repositories = _repositories.SetItem(repository, found with { Workspaces = found.Workspaces.Remove(workspace) });
            return true;
        }
    }

    public override string ToString() => string.Join(", ", _repositories.Values.SelectMany(repository => repository.Workspaces.Values));

    private static long Size(PublishedWorkspace workspace) => workspace.File?.Length ?? 0;

    private static void RefuseAbove(int count, string what)
    {
        if (count > MaxCount)
        {
            throw new StorageFullException($"The emulator keeps {MaxCount} {what}, and this would be one more.");
        }
    }
}
