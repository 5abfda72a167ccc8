namespace FmeTyped.Schema.Comparison;

/// <summary>One difference, as a C# caller sees it.</summary>
/// <param name="Kind">What differs.</param>
/// <param name="Repository">The repository; where a workspace moved, the earlier one.</param>
/// <param name="Workspace">The workspace.</param>
/// <param name="Parameter">The parameter on the wire; null for a difference of the workspace itself.</param>
/// <param name="Member">The C# type or member that it touches: the earlier one, or the new one where there was none.</param>
/// <param name="Message">The difference in words.</param>
internal sealed record Difference(DifferenceKind Kind, string Repository, string Workspace, string? Parameter, string Member, string Message)
{
    public DifferenceClass Class => DifferenceKinds.ClassOf(Kind);

    /// <summary>What most likely happened, and how to go on; null where there is nothing to say.</summary>
    public string? Hint { get; init; }
}
