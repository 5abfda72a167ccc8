namespace FmeTyped.Schema.Model;

/// <summary>An option of a parameter.</summary>
/// <param name="Value">What is sent.</param>
/// <param name="Caption">What a person reads.</param>
internal sealed record Choice(string Value, string Caption)
{
    /// <summary>The team's own choice of a member name; null for the one made of value and caption.</summary>
    public string? CSharpName { get; init; }
}
