namespace FmeTyped.Generated;

/// <summary>
/// Tells the analyzers what to check about a parameter. Only properties with something to check have it, and only limits that exist are set.
/// </summary>
/// <param name="name">The name under which a value is sent.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FmeParameterAttribute(string name) : Attribute
{
    /// <summary>The name under which a value is sent.</summary>
    public string Name { get; } = name;

    /// <summary>Whether the value may not be blank.</summary>
    public bool NotBlank { get; init; }

    /// <summary>The minimum of a number.</summary>
    public double Minimum { get; init; }

    /// <summary>The maximum of a number.</summary>
    public double Maximum { get; init; }

    /// <summary>Whether the minimum itself is not allowed.</summary>
    public bool MinimumIsExclusive { get; init; }

    /// <summary>Whether the maximum itself is not allowed.</summary>
    public bool MaximumIsExclusive { get; init; }

    /// <summary>The maximum number of decimal places.</summary>
    public int DecimalPlaces { get; init; }

    /// <summary>What a number has to be a multiple of.</summary>
    public double Step { get; init; }

    /// <summary>Which parts a date-time has to have.</summary>
    public FmeDateTimeForm DateTimeForm { get; init; }

    /// <summary>Whether a date-time may not have an offset from UTC.</summary>
    public bool IsLocal { get; init; }
}
