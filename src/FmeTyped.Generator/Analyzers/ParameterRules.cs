using System;
using System.Collections.Generic;
using FmeTyped.Schema.Model;
using Microsoft.CodeAnalysis;

namespace FmeTyped.Generator.Analyzers;

/// <summary>What a property of a generated request says of its parameter.</summary>
/// <param name="Property">The property.</param>
/// <param name="Name">The name under which a value is sent.</param>
internal sealed record ParameterRules(IPropertySymbol Property, string Name)
{
    public bool NotBlank { get; private init; }

    public NumberLimits Limits { get; private init; } = NumberLimits.None;

    public DateTimeForm DateTimeForm { get; private init; }

    /// <summary>Whether a date-time may not have an offset from UTC.</summary>
    public bool IsLocal { get; private init; }

    /// <summary>The parameter and its workspace as text.</summary>
    public string Words => WorkspaceType.From(Property.ContainingType) is { } workspace ? $"{Name} of {workspace.Path}" : Name;

    /// <summary>Null for a property without rules, such as a hand-written one.</summary>
    public static ParameterRules? From(IPropertySymbol property) =>
        GeneratedAttribute.Find(property, "FmeParameterAttribute") is { } attribute && attribute.TextAt(0) is { } name
            ? new ParameterRules(property, name)
            {
                NotBlank = Read<bool>(attribute, "NotBlank") ?? false,
                DateTimeForm = (DateTimeForm)(Read<int>(attribute, "DateTimeForm") ?? 0),
                IsLocal = Read<bool>(attribute, "IsLocal") ?? false,
                Limits = new NumberLimits
                {
                    Minimum = Read<double>(attribute, "Minimum"),
                    Maximum = Read<double>(attribute, "Maximum"),
                    MinimumIsExclusive = Read<bool>(attribute, "MinimumIsExclusive") ?? false,
                    MaximumIsExclusive = Read<bool>(attribute, "MaximumIsExclusive") ?? false,
                    DecimalPlaces = Read<int>(attribute, "DecimalPlaces"),
                    Step = (decimal?)Read<double>(attribute, "Step"),
                },
            }
            : null;

    // Null where the attribute does not say.
    private static T? Read<T>(AttributeData attribute, string name)
        where T : struct
    {
        foreach (KeyValuePair<string, TypedConstant> argument in attribute.NamedArguments)
        {
            if (string.Equals(argument.Key, name, StringComparison.Ordinal) && argument.Value.Value is T value)
            {
                return value;
            }
        }

        return null;
    }
}
