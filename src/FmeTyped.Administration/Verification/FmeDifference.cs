namespace FmeTyped;

/// <summary>One difference between a workspace on the server and the one that code was generated from.</summary>
public sealed class FmeDifference
{
    /// <summary>Creates a difference.</summary>
    /// <param name="repository">The repository by its name on the server.</param>
    /// <param name="workspace">The workspace's file name.</param>
    /// <param name="parameter">The parameter's name on the wire; null for a difference of the whole workspace.</param>
    /// <param name="kind">What differs.</param>
    /// <param name="level">What it means for the code.</param>
    /// <param name="message">What differs, in words.</param>
    public FmeDifference(string repository, string workspace, string? parameter, FmeDifferenceKind kind, FmeDifferenceClass level, string message)
    {
        Repository = repository ?? throw new ArgumentNullException(nameof(repository));
        Workspace = workspace ?? throw new ArgumentNullException(nameof(workspace));
        Parameter = parameter;
        Kind = kind;
        Class = level;
        Message = message ?? throw new ArgumentNullException(nameof(message));
    }

    /// <summary>The repository by its name on the server.</summary>
    public string Repository { get; }

    /// <summary>The workspace's file name.</summary>
    public string Workspace { get; }

    /// <summary>The parameter's name on the wire; null for a difference of the whole workspace.</summary>
    public string? Parameter { get; }

    /// <summary>What differs.</summary>
    public FmeDifferenceKind Kind { get; }

    /// <summary>What it means for the code.</summary>
    public FmeDifferenceClass Class { get; }

    /// <summary>What differs, in the words of <c>fmetyped check</c>.</summary>
    public string Message { get; }

    /// <summary>Whether a request of the code can fail, or have another effect than intended.</summary>
    public bool IsBreaking => Class == FmeDifferenceClass.Breaking;

    /// <summary>Returns the difference as a sentence.</summary>
    public override string ToString() => $"{Repository}/{Workspace}{(Parameter is null ? "" : ":")} {Message}.";
}
