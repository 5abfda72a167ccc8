namespace FmeTyped.Schema.Model;

/// <summary>An option of a parameter.</summary>
/// <param name="Value">What is sent.</param>
/// <param name="Caption">The text shown to users.</param>
internal sealed record Choice(string Value, string Caption)
{
    /// <summary>Of the two options of a yes/no, whether this is yes.</summary>
    public bool IsYes { get; init; }

    /// <summary>The team's own choice of a member name; null for the name built from value and caption.</summary>
    public string? CSharpName { get; init; }
}
