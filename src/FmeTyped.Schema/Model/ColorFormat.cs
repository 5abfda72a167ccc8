namespace FmeTyped.Schema.Model;

/// <summary>How a colour is written as text, in the words of FME's JSON parameters.</summary>
/// <param name="Space">The colour space: <c>rgb</c>, <c>hsv</c>, <c>hsl</c> or <c>cmyk</c>.</param>
/// <param name="Component">What a component is: <c>int</c> from 0 to 255, <c>float</c> from 0 to 1, or <c>hex</c> from 00 to ff.</param>
/// <param name="HasAlpha">Whether a further component follows for the opacity.</param>
/// <param name="ValueFormat">The text around the components, with <c>%1</c> in their place; empty if there is none.</param>
internal sealed record ColorFormat(string Space, string Component, bool HasAlpha, string ValueFormat)
{
    /// <summary>What FME takes where a record says nothing.</summary>
    public static ColorFormat Default { get; } = new("rgb", "int", HasAlpha: false, ValueFormat: "");

    /// <summary>The form of COLOR_PICK, which has no documentation: A132.</summary>
    public static ColorFormat ColorPick { get; } = Default with { Component = "float" };
}
