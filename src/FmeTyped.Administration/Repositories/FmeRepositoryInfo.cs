using System.Diagnostics;
using System.Text.Json;

namespace FmeTyped;

/// <summary>A repository on the server.</summary>
[DebuggerDisplay("{Name}")]
public sealed class FmeRepositoryInfo
{
    /// <summary>The repository's name.</summary>
    public required string Name { get; init; }

    /// <summary>What it is for; empty if there is no description.</summary>
    public string Description { get; init; } = "";

    /// <summary>The user who owns it; null if the server does not report it.</summary>
    public string? Owner { get; init; }

    /// <summary>How many workspaces it has; null with REST API version 3, which does not report it.</summary>
    public long? WorkspaceCount { get; init; }

    /// <summary>The server's whole record, in the format of its version of the REST API.</summary>
    public JsonElement Json { get; init; }

    /// <summary>Returns <see cref="Name"/>.</summary>
    public override string ToString() => Name;
}
