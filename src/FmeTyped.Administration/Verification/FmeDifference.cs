namespace FmeTyped;

/// <summary>One difference between a workspace on the server and what code was generated from.</summary>
public sealed class FmeDifference
{
    internal FmeDifference(string workspace, string? parameter, FmeDifferenceKind kind, FmeDifferenceClass weight, string message)
    {
        Workspace = workspace;
        Parameter = parameter;
        Kind = kind;
        Class = weight;
        Message = message;
    }

    /// <summary>The workspace as the server calls it, repository and file name separated by a slash.</summary>
    public string Workspace { get; }

    /// <summary>The parameter's name on the wire; null where the difference is one of the whole workspace.</summary>
    public string? Parameter { get; }

    /// <summary>What differs.</summary>
    public FmeDifferenceKind Kind { get; }

    /// <summary>What it means for the code.</summary>
    public FmeDifferenceClass Class { get; }

    /// <summary>What differs, in the words of <c>fmetyped check</c>.</summary>
    public string Message { get; }

    /// <summary>Whether a request of the code can fail, or do something else than it says.</summary>
    public bool IsBreaking => Class == FmeDifferenceClass.Breaking;

    /// <summary>The difference as a sentence.</summary>
    public override string ToString() => Parameter is null ? $"{Workspace} {Message}." : $"{Workspace}: {Message}.";
}
