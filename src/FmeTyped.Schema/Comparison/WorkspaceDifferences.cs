using System.Collections.Generic;

namespace FmeTyped.Schema.Comparison;

/// <summary>Collects the differences of one workspace.</summary>
internal sealed class WorkspaceDifferences(WorkspaceApi workspace)
{
    private readonly List<Difference> _found = [];

    public IReadOnlyList<Difference> Found => _found;

    /// <summary>Adds a difference of the workspace itself.</summary>
    public void Add(DifferenceKind kind, string message) =>
        _found.Add(new Difference(kind, workspace.Workspace.Repository, workspace.Workspace.Name, null, workspace.Type.Name, message));

    /// <summary>Adds a difference of a parameter; the member stands below the type.</summary>
    public void Add(DifferenceKind kind, string parameter, string member, string message, string? hint = null) =>
        _found.Add(new Difference(kind, workspace.Workspace.Repository, workspace.Workspace.Name, parameter, $"{workspace.Type.Name}.{member}", message)
        {
            Hint = hint,
        });
}
