namespace FmeTyped.Schema.Model;

/// <summary>When a parameter is visible, as far as that depends on other parameters.</summary>
internal abstract record Visibility;

/// <summary>Another parameter has a value.</summary>
internal sealed record ParameterEquals(string Parameter, string Value) : Visibility;

/// <summary>Another parameter is itself visible.</summary>
internal sealed record ParameterIsEnabled(string Parameter) : Visibility;

internal sealed record AnyOf(EquatableArray<Visibility> Conditions) : Visibility;

internal sealed record AllOf(EquatableArray<Visibility> Conditions) : Visibility;

internal sealed record Not(Visibility Condition) : Visibility;
