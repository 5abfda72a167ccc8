using FmeTyped.Schema.Facts;
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

    /// <summary>The parameter and its workspace as messages show them.</summary>
    public string Words =>
        ControlCharacters.ShowOnOneLine(Name) + (WorkspaceType.From(Property.ContainingType) is { } workspace ? $" of {workspace.Path}" : "");

    /// <summary>Null for a property without rules, such as a hand-written one.</summary>
    public static ParameterRules? From(IPropertySymbol property) =>
        GeneratedAttribute.Find(property, "FmeParameterAttribute") is { } attribute && attribute.TextAt(0) is { } name
            ? new ParameterRules(property, name)
            {
                NotBlank = attribute.Read<bool>("notBlank") ?? false,
                DateTimeForm = (DateTimeForm)(attribute.Read<int>("dateTimeForm") ?? 0),
                IsLocal = attribute.Read<bool>("isLocal") ?? false,
                Limits = new NumberLimits
                {
                    Minimum = ReadNumber(attribute, "minimum"),
                    Maximum = ReadNumber(attribute, "maximum"),
                    MinimumIsExclusive = attribute.Read<bool>("minimumIsExclusive") ?? false,
                    MaximumIsExclusive = attribute.Read<bool>("maximumIsExclusive") ?? false,
                    DecimalPlaces = attribute.Read<int>("decimalPlaces") is >= 0 and { } places ? places : null,
                    Step = (decimal?)ReadNumber(attribute, "step"),
                },
            }
            : null;

    // An attribute has no nullable arguments: one that is not a number was not given.
    private static double? ReadNumber(AttributeData attribute, string name) =>
        attribute.Read<double>(name) is { } number && !double.IsNaN(number) ? number : null;
}
