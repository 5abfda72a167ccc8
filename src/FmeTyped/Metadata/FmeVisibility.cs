using System.Text.RegularExpressions;

namespace FmeTyped.Metadata;

/// <summary>
/// The condition under which a parameter is visible. It depends on the values of other parameters; for an unset one, its default applies.
/// Created by generated code; immutable.
/// </summary>
/// <remarks>
/// A condition is met, is not met, or cannot be decided: it refers to a parameter that the workspace does not publish, to a secret default,
/// or is of a kind that this library does not know.
/// </remarks>
public sealed class FmeVisibility
{
    // A workspace's pattern is not trusted: one that takes forever to match would stop the application.
    private static readonly TimeSpan LongestMatch = TimeSpan.FromMilliseconds(100);

    private readonly FmeVisibility[] _conditions;

    private FmeVisibility(FmeVisibilityKind kind, string parameter = "", string value = "", FmeVisibility[]? conditions = null)
    {
        Kind = kind;
        Parameter = parameter;
        Value = value;
        _conditions = conditions ?? [];
    }

    /// <summary>The kind of the condition.</summary>
    public FmeVisibilityKind Kind { get; }

    /// <summary>The wire name of the parameter that the condition refers to; empty if it consists of other conditions or cannot be decided.</summary>
    public string Parameter { get; }

    /// <summary>
    /// The value that the parameter is compared with, the regular expression it is matched with, or the server's name of a condition that cannot be decided;
    /// empty if there is none.
    /// </summary>
    public string Value { get; }

    /// <summary>The conditions that this one consists of; empty if it refers to a parameter.</summary>
    public IReadOnlyList<FmeVisibility> Conditions => _conditions;

    /// <summary>Visible while another parameter has a value.</summary>
    /// <param name="parameter">The other parameter's name on the wire.</param>
    /// <param name="value">The value on the wire.</param>
    public static FmeVisibility WhenEquals(string parameter, string value)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        ArgumentNullException.ThrowIfNull(value);
        return new(FmeVisibilityKind.Equals, parameter, value);
    }

    /// <summary>Visible while another parameter is less than a value. Numbers are compared as numbers, other texts character by character.</summary>
    /// <param name="parameter">The other parameter's name on the wire.</param>
    /// <param name="value">The value on the wire.</param>
    public static FmeVisibility WhenLess(string parameter, string value)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        ArgumentNullException.ThrowIfNull(value);
        return new(FmeVisibilityKind.Less, parameter, value);
    }

    /// <summary>Visible while another parameter is greater than a value. Numbers are compared as numbers, other texts character by character.</summary>
    /// <param name="parameter">The other parameter's name on the wire.</param>
    /// <param name="value">The value on the wire.</param>
    public static FmeVisibility WhenGreater(string parameter, string value)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        ArgumentNullException.ThrowIfNull(value);
        return new(FmeVisibilityKind.Greater, parameter, value);
    }

    /// <summary>Visible while a regular expression matches the value of another parameter.</summary>
    /// <param name="parameter">The other parameter's name on the wire.</param>
    /// <param name="pattern">The regular expression.</param>
    public static FmeVisibility WhenMatches(string parameter, string pattern)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        ArgumentNullException.ThrowIfNull(pattern);
        return new(FmeVisibilityKind.Matches, parameter, pattern);
    }

    /// <summary>Visible while the value of another parameter is known only when the workspace runs, because it refers to a parameter of the server.</summary>
    /// <param name="parameter">The other parameter's name on the wire.</param>
    public static FmeVisibility WhenRuntimeValue(string parameter)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        return new(FmeVisibilityKind.RuntimeValue, parameter);
    }

    /// <summary>Visible while another parameter is visible itself.</summary>
    /// <param name="parameter">The other parameter's name on the wire.</param>
    public static FmeVisibility WhenEnabled(string parameter)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        return new(FmeVisibilityKind.Enabled, parameter);
    }

    /// <summary>Visible while at least one condition is met.</summary>
    /// <param name="conditions">The conditions.</param>
    public static FmeVisibility AnyOf(params FmeVisibility[] conditions)
    {
        ArgumentNullException.ThrowIfNull(conditions);
        return new(FmeVisibilityKind.AnyOf, conditions: [.. conditions]);
    }

    /// <summary>Visible while all conditions are met.</summary>
    /// <param name="conditions">The conditions.</param>
    public static FmeVisibility AllOf(params FmeVisibility[] conditions)
    {
        ArgumentNullException.ThrowIfNull(conditions);
        return new(FmeVisibilityKind.AllOf, conditions: [.. conditions]);
    }

    /// <summary>Visible while a condition is not met.</summary>
    /// <param name="condition">The condition.</param>
    public static FmeVisibility Not(FmeVisibility condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return new(FmeVisibilityKind.Not, conditions: [condition]);
    }

    /// <summary>A condition that only the server can decide. The parameter need not be set, and its value is never an error.</summary>
    /// <param name="condition">The server's name of it.</param>
    public static FmeVisibility Undecidable(string condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return new(FmeVisibilityKind.Undecidable, value: condition);
    }

    /// <summary>Returns the condition in words.</summary>
    public override string ToString() => Kind switch
    {
        FmeVisibilityKind.Equals => $"{Parameter} = '{Value}'",
        FmeVisibilityKind.Less => $"{Parameter} < '{Value}'",
        FmeVisibilityKind.Greater => $"{Parameter} > '{Value}'",
        FmeVisibilityKind.Matches => $"{Parameter} matches '{Value}'",
        FmeVisibilityKind.RuntimeValue => $"{Parameter} is a runtime value",
        FmeVisibilityKind.Enabled => $"{Parameter} is visible",
        FmeVisibilityKind.AnyOf => $"({string.Join(" or ", (object[])_conditions)})",
        FmeVisibilityKind.AllOf => $"({string.Join(" and ", (object[])_conditions)})",
        FmeVisibilityKind.Not => $"not {_conditions[0]}",
        _ => Value,
    };

    /// <summary>Whether the condition is met; null if that cannot be decided.</summary>
    internal bool? Holds(IVisibilityValues values) => Kind switch
    {
        FmeVisibilityKind.Equals => values.HasValue(Parameter, Value),
        FmeVisibilityKind.Less => Compare(values.TextOf(Parameter), Value) is { } order ? order < 0 : null,
        FmeVisibilityKind.Greater => Compare(values.TextOf(Parameter), Value) is { } order ? order > 0 : null,
        FmeVisibilityKind.Matches => values.TextOf(Parameter) is { } text ? Matches(text) : null,
        FmeVisibilityKind.RuntimeValue => values.TextOf(Parameter)?.Contains("$(", StringComparison.Ordinal),
        FmeVisibilityKind.Enabled => values.IsVisible(Parameter),
        FmeVisibilityKind.AnyOf => Find(_conditions, values, decisive: true),
        FmeVisibilityKind.AllOf => Find(_conditions, values, decisive: false),
        FmeVisibilityKind.Not => !_conditions[0].Holds(values),
        _ => null,
    };

    private bool? Matches(string text)
    {
        try
        {
            return Regex.IsMatch(text, Value, RegexOptions.CultureInvariant, LongestMatch);
        }
        catch (Exception error) when (error is ArgumentException or RegexMatchTimeoutException)
        {
            return null; // FME's regular expressions differ from .NET's in some details.
        }
    }

    // One condition with the decisive result decides. Otherwise, one that cannot be decided makes the result unknown.
    private static bool? Find(FmeVisibility[] conditions, IVisibilityValues values, bool decisive)
    {
        bool isOpen = false;
        foreach (FmeVisibility condition in conditions)
        {
            bool? holds = condition.Holds(values);
            if (holds == decisive)
            {
                return decisive;
            }

            isOpen |= holds is null;
        }

        return isOpen ? null : !decisive;
    }

    // A comparison with a blank or unknown value cannot be decided, as FME's web page has it.
    private static int? Compare(string? text, string value) =>
        string.IsNullOrEmpty(text) ? null
        : FmeNumber.TryParse(text, out double number) && FmeNumber.TryParse(value, out double limit) ? number.CompareTo(limit)
        : string.CompareOrdinal(text, value);
}
