namespace FmeTyped.Schema.Comparison;

/// <summary>One difference, from the view of a C# caller.</summary>
/// <param name="Kind">What differs.</param>
/// <param name="Repository">The repository; for a workspace that moved, the old one.</param>
/// <param name="Workspace">The workspace.</param>
/// <param name="Parameter">The parameter on the wire; null for a difference of the workspace itself.</param>
/// <param name="Member">The affected C# type or member: the old one, or the new one if there was none.</param>
/// <param name="Message">The difference as text.</param>
internal sealed record Difference(DifferenceKind Kind, string Repository, string Workspace, string? Parameter, string Member, string Message)
{
    public DifferenceClass Class => DifferenceKinds.ClassOf(Kind);

    /// <summary>What most likely happened, and what to do; null if there is nothing to add.</summary>
    public string? Hint { get; init; }
}
