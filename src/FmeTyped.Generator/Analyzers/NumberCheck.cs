using System;
using System.Collections.Generic;
using System.Globalization;
using FmeTyped.Schema.Emission;
using FmeTyped.Schema.Model;

namespace FmeTyped.Generator.Analyzers;

/// <summary>Checks a constant against the limits of its parameter, as the client does before it sends a request.</summary>
internal static class NumberCheck
{
    private const int MostDecimals = 28;

    // Beyond this, a double has no decimal places.
    private const double WithoutDecimals = 1e15;

    /// <summary>The allowed values as text; null if the constant is allowed.</summary>
    public static string? Refusal(object constant, NumberLimits limits)
    {
        if (NumberOf(constant) is not { } number)
        {
            return null;
        }

        if (double.IsNaN(number) || double.IsInfinity(number))
        {
            return "a finite number";
        }

        return number < limits.Minimum || (limits.MinimumIsExclusive && number == limits.Minimum) ||
            number > limits.Maximum || (limits.MaximumIsExclusive && number == limits.Maximum) ? Range(limits)
            : IsTooPrecise(number, limits) ? $"at most {limits.DecimalPlaces} decimal places"
            : IsBetweenSteps(number, limits) ? $"multiples of {FormatText.From(limits.Step!.Value)}"
            : null;
    }

    private static double? NumberOf(object constant) => constant switch
    {
        long or int or double or float or short or byte or sbyte or ushort or uint or ulong => Convert.ToDouble(constant, CultureInfo.InvariantCulture),
        _ => null,
    };

    private static bool IsTooPrecise(double number, NumberLimits limits) =>
        limits.DecimalPlaces is { } places and <= MostDecimals && Math.Abs(number) < WithoutDecimals &&
        decimal.Round((decimal)number, places) != (decimal)number;

    private static bool IsBetweenSteps(double number, NumberLimits limits) =>
        limits.Step is { } step && Math.Abs(number) < WithoutDecimals && (decimal)number % step != 0;

    private static string Range(NumberLimits limits)
    {
        var parts = new List<string>();
        if (limits.Minimum is { } minimum)
        {
            parts.Add($"{(limits.MinimumIsExclusive ? "greater than" : "at least")} {Text(minimum)}");
        }

        if (limits.Maximum is { } maximum)
        {
            parts.Add($"{(limits.MaximumIsExclusive ? "less than" : "at most")} {Text(maximum)}");
        }

        return string.Join(" and ", parts);
    }

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);
}
