using System.Diagnostics;
using System.Text.Json;

namespace FmeTyped;

/// <summary>What the server reports about a workspace. A list reports less than <c>GetWorkspaceAsync</c>; values that are not reported are null.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class FmeWorkspaceInfo
{
    /// <summary>The repository.</summary>
    public required string Repository { get; init; }

    /// <summary>The file name, with <c>.fmw</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The title; empty if it has none.</summary>
    public string Title { get; init; } = "";

    /// <summary>The description; empty if it has none.</summary>
    public string Description { get; init; } = "";

    /// <summary>The user who published it last.</summary>
    public string? Owner { get; init; }

    /// <summary>When it was saved in FME Workbench.</summary>
    public DateTimeOffset? LastSaved { get; init; }

    /// <summary>When it was published to the server.</summary>
    public DateTimeOffset? LastPublished { get; init; }

    /// <summary>The build of the FME it was saved with. Not in lists.</summary>
    public int? Build { get; init; }

    /// <summary>How often it was run. Only in lists of REST API version 3.</summary>
    public long? RunCount { get; init; }

    /// <summary>The size of the workspace file in bytes. Not in lists.</summary>
    public long? FileSize { get; init; }

    /// <summary>
    /// The services it is registered with, by the names of their addresses, such as <c>fmedatadownload</c>, whatever the server calls them. Not in lists.
    /// </summary>
    public IReadOnlyList<string>? Services { get; init; }

    /// <summary>The server's whole record, in the format of its version of the REST API.</summary>
    public JsonElement Json { get; init; }

    /// <summary>Returns the repository and the workspace, separated by a slash.</summary>
    public override string ToString() => $"{Repository}/{Name}";
}
