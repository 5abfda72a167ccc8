using FmeTyped.Schema.Json;

namespace FmeTyped.Tool.SchemaFiles;

/// <summary>A source's description of a workspace; the source is a server, a saved response, or a workspace file.</summary>
/// <param name="Repository">The repository.</param>
/// <param name="Name">The workspace's file name.</param>
/// <param name="Parameters">The records of its published parameters, as the source sent them.</param>
internal sealed record SourceWorkspace(string Repository, string Name, IReadOnlyList<JsonNode> Parameters)
{
    /// <summary>The title; null if the source does not say.</summary>
    public string? Title { get; init; }

    /// <summary>The description; null if the source does not say.</summary>
    public string? Description { get; init; }

    /// <summary>The services it is registered for; null if the source does not say.</summary>
    public IReadOnlyCollection<string>? Services { get; init; }

    public (string Repository, string Name) Identity => (Repository, Name);
}
