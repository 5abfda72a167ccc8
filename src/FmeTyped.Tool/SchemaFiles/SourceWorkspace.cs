using FmeTyped.Schema.Json;

namespace FmeTyped.Tool.SchemaFiles;

/// <summary>What a source says of a workspace, be it a server, a saved answer of one, or a workspace file.</summary>
/// <param name="Repository">The repository.</param>
/// <param name="Name">The workspace's file name.</param>
/// <param name="Parameters">The records of its published parameters, as the source gave them.</param>
internal sealed record SourceWorkspace(string Repository, string Name, IReadOnlyList<JsonNode> Parameters)
{
    /// <summary>The title; null where the source does not say.</summary>
    public string? Title { get; init; }

    /// <summary>The description; null where the source does not say.</summary>
    public string? Description { get; init; }

    /// <summary>The services it is registered for; null where the source does not say.</summary>
    public IReadOnlyCollection<string>? Services { get; init; }

    public (string Repository, string Name) Identity => (Repository, Name);
}
