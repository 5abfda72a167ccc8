using System;
using System.Globalization;
using FmeTyped.Schema.Emission;
using System.Linq;
using FmeTyped.Schema.Model;

namespace FmeTyped.Schema.Comparison;

/// <summary>Compares the allowed values of a parameter whose type is unchanged: limits of numbers, and the parts of dates and times.</summary>
internal static class LimitComparer
{
    public static void Compare(ParameterApi before, ParameterApi now, Action<DifferenceKind, string> add)
    {
        (NumberLimits first, NumberLimits second) = (before.Parameter.Limits, now.Parameter.Limits);
        AddSide(
            Lower(second).CompareTo(Lower(first)),
            "minimum", Describe(first.Minimum, first.MinimumIsExclusive), Describe(second.Minimum, second.MinimumIsExclusive), add);
        AddSide(
            Upper(first).CompareTo(Upper(second)),
            "maximum", Describe(first.Maximum, first.MaximumIsExclusive), Describe(second.Maximum, second.MaximumIsExclusive), add);
        AddSide(
            (first.DecimalPlaces ?? int.MaxValue).CompareTo(second.DecimalPlaces ?? int.MaxValue),
            "number of decimal places", Describe(first.DecimalPlaces, isExclusive: false), Describe(second.DecimalPlaces, isExclusive: false), add);

        CompareStep(first.Step, second.Step, add);
        // Not every source names the kinds of geometry.
        (EquatableArray<string> oldTypes, EquatableArray<string> types) = (before.Parameter.GeometryTypes, now.Parameter.GeometryTypes);
        if (oldTypes.Count > 0 && types.Count > 0 && !(Contains(types, oldTypes) && Contains(oldTypes, types)))
        {
            add(
                Contains(types, oldTypes) ? DifferenceKind.LimitWidened : DifferenceKind.LimitTightened,
                $"now takes {string.Join(" or ", types)} geometry, and took {string.Join(" or ", oldTypes)}");
        }

        // Any is what a source reports if it does not know.
        (DateTimeForm old, DateTimeForm form) = (before.Parameter.DateTimeForm, now.Parameter.DateTimeForm);
        if (before.Parameter.Kind == ParameterKind.DateTime && old != form && old != DateTimeForm.Any && form != DateTimeForm.Any)
        {
            add(DifferenceKind.LimitTightened, $"now takes {Describe(form)} instead of {Describe(old)}");
        }
    }

    private static void CompareStep(decimal? was, decimal? now, Action<DifferenceKind, string> add)
    {
        if (was != now)
        {
            bool isWider = now is null || (was is { } old && old % now == 0);
            add(isWider ? DifferenceKind.LimitWidened : DifferenceKind.LimitTightened, $"now has the step {Describe(now)}, and had {Describe(was)}");
        }
    }

    private static bool Contains(EquatableArray<string> all, EquatableArray<string> some)
    {
        foreach (string item in some)
        {
            if (!all.Contains(item))
            {
                return false;
            }
        }

        return true;
    }

    // Above zero if the new limit refuses values that the old one allowed.
    private static void AddSide(int tightness, string limit, string was, string isNow, Action<DifferenceKind, string> add)
    {
        if (tightness != 0)
        {
            add(tightness > 0 ? DifferenceKind.LimitTightened : DifferenceKind.LimitWidened, $"now has the {limit} {isNow} instead of {was}");
        }
    }

    // An exclusive limit is slightly tighter than its number.
    private static (double, bool) Lower(NumberLimits limits) => (limits.Minimum ?? double.NegativeInfinity, limits.MinimumIsExclusive);

    private static (double, bool) Upper(NumberLimits limits) => (limits.Maximum ?? double.PositiveInfinity, !limits.MaximumIsExclusive);

    private static string Describe(double? limit, bool isExclusive) =>
        limit is { } number ? number.ToString(CultureInfo.InvariantCulture) + (isExclusive ? " (exclusive)" : "") : "none";

    private static string Describe(decimal? limit) => limit is { } step ? FormatText.From(step) : "none";

    private static string Describe(DateTimeForm form) => form switch
    {
        DateTimeForm.Date => "a date",
        DateTimeForm.Time => "a time",
        _ => "a date with a time",
    };
}
