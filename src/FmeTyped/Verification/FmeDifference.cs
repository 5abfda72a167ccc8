namespace FmeTyped;

/// <summary>One difference between a workspace on the server and what code was generated from.</summary>
/// <param name="Workspace">The workspace as the server calls it, repository and file name separated by a slash.</param>
/// <param name="Parameter">The parameter's name on the wire; null where the difference is one of the whole workspace.</param>
/// <param name="Kind">What differs.</param>
/// <param name="Message">What differs, in words that go on behind the name.</param>
/// <param name="IsBreaking">Whether a request of the code can fail, or do something else than it says.</param>
public sealed record FmeDifference(string Workspace, string? Parameter, FmeDifferenceKind Kind, string Message, bool IsBreaking)
{
    /// <summary>The difference as a sentence.</summary>
    public override string ToString() => Parameter is null ? $"{Workspace} {Message}" : $"{Workspace}: {Parameter} {Message}";
}
