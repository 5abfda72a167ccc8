using System.Collections.Generic;
using FmeTyped.Schema.Model;

namespace FmeTyped.Schema.Comparison;

/// <summary>The C# API of a published parameter.</summary>
/// <param name="Parameter">The parameter.</param>
/// <param name="Property">The name of its property.</param>
/// <param name="PropertyType">The type of its property, as written in generated code.</param>
/// <param name="OptionType">The type of its options; null if it has none.</param>
/// <param name="Options">The members of that type, in the author's order.</param>
internal sealed record ParameterApi(
    Parameter Parameter, string Property, string PropertyType, string? OptionType, IReadOnlyList<OptionSurface> Options)
{
    /// <summary>The type as a developer would write it.</summary>
    public string ReadableType => PropertyType.Replace("global::FmeTyped.", "").Replace("global::", "");
}

/// <summary>An option and its member.</summary>
internal sealed record OptionSurface(Choice Choice, string Name);
