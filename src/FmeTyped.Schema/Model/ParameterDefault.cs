namespace FmeTyped.Schema.Model;

/// <summary>A default: one text, or a list of texts.</summary>
/// <param name="Items">The texts; exactly one unless this is a list.</param>
/// <param name="IsList">Whether this is a list.</param>
internal sealed record ParameterDefault(EquatableArray<string> Items, bool IsList)
{
    // Most defaults are blank.
    private static readonly ParameterDefault Blank = new(EquatableArray.From(""), IsList: false);

    public bool IsBlank => Items.Count == 0 || (Items.Count == 1 && Items[0].Length == 0);

    public static ParameterDefault Text(string text) => text.Length == 0 ? Blank : new(EquatableArray.From(text), IsList: false);

    public static ParameterDefault List(EquatableArray<string> items) => new(items, IsList: true);
}
