namespace FmeTyped.Schema.Model;

/// <summary>When a parameter is visible, as far as that depends on other parameters.</summary>
internal abstract record Visibility;

/// <summary>Another parameter has a value.</summary>
internal sealed record ParameterEquals(string Parameter, string Value) : Visibility;

/// <summary>Another parameter is less than a value: a smaller number, or a text that sorts before it.</summary>
internal sealed record ParameterIsLess(string Parameter, string Value) : Visibility;

/// <summary>Another parameter is greater than a value: a larger number, or a text that sorts after it.</summary>
internal sealed record ParameterIsGreater(string Parameter, string Value) : Visibility;

/// <summary>A regular expression matches the value of another parameter.</summary>
internal sealed record ParameterMatches(string Parameter, string Pattern) : Visibility;

/// <summary>The value of another parameter is known only when the workspace runs.</summary>
internal sealed record ParameterIsRuntimeValue(string Parameter) : Visibility;

/// <summary>Another parameter is itself visible.</summary>
internal sealed record ParameterIsEnabled(string Parameter) : Visibility;

internal sealed record AnyOf(EquatableArray<Visibility> Conditions) : Visibility;

internal sealed record AllOf(EquatableArray<Visibility> Conditions) : Visibility;

internal sealed record Not(Visibility Condition) : Visibility;

/// <summary>An unknown condition, which may be met or not.</summary>
/// <param name="Condition">Its name.</param>
internal sealed record Undecidable(string Condition) : Visibility;
