namespace FmeTyped;

/// <summary>What a comparison needs to know of a parameter as it is on the server.</summary>
internal sealed record LiveParameter(string Name)
{
    /// <summary>What it holds; text where the record says no more.</summary>
    public FmeParameterKind Kind { get; init; }

    public bool IsList { get; init; }

    /// <summary>Whether a person could fill it in at all.</summary>
    public bool IsOffered { get; init; } = true;

    /// <summary>Whether a request has to set it, whatever else it sets.</summary>
    public bool IsRequired { get; init; }

    /// <summary>The values of a closed choice; empty where the record lists none.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];
}
