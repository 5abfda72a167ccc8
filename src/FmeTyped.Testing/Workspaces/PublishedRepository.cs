using System.Collections.Immutable;

namespace FmeTyped.Testing;

/// <summary>A repository of the emulator. Immutable.</summary>
internal sealed record PublishedRepository(string Name, string Description)
{
    private static readonly ImmutableSortedDictionary<string, PublishedWorkspace> None =
        ImmutableSortedDictionary.Create<string, PublishedWorkspace>(StringComparer.Ordinal);

    /// <summary>Its workspaces, sorted by name.</summary>
    public ImmutableSortedDictionary<string, PublishedWorkspace> Workspaces { get; init; } = None;
}
