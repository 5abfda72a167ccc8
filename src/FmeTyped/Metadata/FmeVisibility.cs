using System.Text.RegularExpressions;

namespace FmeTyped.Metadata;

/// <summary>
/// The condition under which a parameter is visible. It depends on the values of other parameters; an unset one counts with its default.
/// Made by generated code; immutable.
/// </summary>
/// <remarks>
/// A condition holds, does not hold, or cannot be decided here: it looks at a parameter that the workspace does not publish, at a default that is withheld,
/// or is none that this library knows.
/// </remarks>
public abstract class FmeVisibility
{
    private FmeVisibility()
    {
    }

    /// <summary>Visible while another parameter has a value.</summary>
    /// <param name="parameter">The other parameter's name on the wire.</param>
    /// <param name="value">The value on the wire.</param>
    public static FmeVisibility WhenEquals(string parameter, string value)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        ArgumentNullException.ThrowIfNull(value);
        return new ValueCondition(parameter, value);
    }

    /// <summary>Visible while another parameter is less than a value. Numbers are compared as numbers, other texts character by character.</summary>
    /// <param name="parameter">The other parameter's name on the wire.</param>
    /// <param name="value">The value on the wire.</param>
    public static FmeVisibility WhenLess(string parameter, string value)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        ArgumentNullException.ThrowIfNull(value);
        return new LessCondition(parameter, value);
    }

    /// <summary>Visible while another parameter is greater than a value. Numbers are compared as numbers, other texts character by character.</summary>
    /// <param name="parameter">The other parameter's name on the wire.</param>
    /// <param name="value">The value on the wire.</param>
    public static FmeVisibility WhenGreater(string parameter, string value)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        ArgumentNullException.ThrowIfNull(value);
        return new GreaterCondition(parameter, value);
    }

    /// <summary>Visible while a regular expression finds something in the value of another parameter.</summary>
    /// <param name="parameter">The other parameter's name on the wire.</param>
    /// <param name="pattern">The regular expression.</param>
    public static FmeVisibility WhenMatches(string parameter, string pattern)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        ArgumentNullException.ThrowIfNull(pattern);
        return new MatchCondition(parameter, pattern);
    }

    /// <summary>Visible while the value of another parameter is known only when the workspace runs, since it refers to a parameter of the server.</summary>
    /// <param name="parameter">The other parameter's name on the wire.</param>
    public static FmeVisibility WhenRuntimeValue(string parameter)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        return new RuntimeValueCondition(parameter);
    }

    /// <summary>Visible while another parameter is visible itself.</summary>
    /// <param name="parameter">The other parameter's name on the wire.</param>
    public static FmeVisibility WhenEnabled(string parameter)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        return new EnabledCondition(parameter);
    }

    /// <summary>Visible while at least one condition holds.</summary>
    /// <param name="conditions">The conditions.</param>
    public static FmeVisibility AnyOf(params FmeVisibility[] conditions)
    {
        ArgumentNullException.ThrowIfNull(conditions);
        return new Any([.. conditions]);
    }

    /// <summary>Visible while all conditions hold.</summary>
    /// <param name="conditions">The conditions.</param>
    public static FmeVisibility AllOf(params FmeVisibility[] conditions)
    {
        ArgumentNullException.ThrowIfNull(conditions);
        return new All([.. conditions]);
    }

    /// <summary>Visible while a condition does not hold.</summary>
    /// <param name="condition">The condition.</param>
    public static FmeVisibility Not(FmeVisibility condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return new Negation(condition);
    }

    /// <summary>A condition that only the server can decide. The parameter need not be set, and nothing of it is a problem.</summary>
    /// <param name="condition">What the server calls it.</param>
    public static FmeVisibility Undecidable(string condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return new UnknownCondition(condition);
    }

    /// <summary>Whether the condition holds; null where that cannot be decided.</summary>
    internal abstract bool? Holds(IVisibilityValues values);

    internal sealed class ValueCondition(string parameter, string value) : FmeVisibility
    {
        public string Parameter => parameter;

        public string Value => value;

        internal override bool? Holds(IVisibilityValues values) => values.HasValue(parameter, value);

        public override string ToString() => $"{parameter} = '{value}'";
    }

    internal sealed class LessCondition(string parameter, string value) : FmeVisibility
    {
        public string Parameter => parameter;

        public string Value => value;

        internal override bool? Holds(IVisibilityValues values) => Compare(values.TextOf(parameter), value) is { } order ? order < 0 : null;

        public override string ToString() => $"{parameter} < '{value}'";
    }

    internal sealed class GreaterCondition(string parameter, string value) : FmeVisibility
    {
        public string Parameter => parameter;

        public string Value => value;

        internal override bool? Holds(IVisibilityValues values) => Compare(values.TextOf(parameter), value) is { } order ? order > 0 : null;

        public override string ToString() => $"{parameter} > '{value}'";
    }

    internal sealed class MatchCondition(string parameter, string pattern) : FmeVisibility
    {
        // A pattern of a workspace is nobody's to trust: one that does not end would stop the application.
        private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(100);

        public string Parameter => parameter;

        public string Pattern => pattern;

        internal override bool? Holds(IVisibilityValues values)
        {
            if (values.TextOf(parameter) is not { } text)
            {
                return null;
            }

            try
            {
                return Regex.IsMatch(text, pattern, RegexOptions.CultureInvariant, Longest);
            }
            catch (Exception error) when (error is ArgumentException or RegexMatchTimeoutException)
            {
                return null; // FME's expressions are not .NET's in every detail.
            }
        }

        public override string ToString() => $"{parameter} matches '{pattern}'";
    }

    internal sealed class RuntimeValueCondition(string parameter) : FmeVisibility
    {
        public string Parameter => parameter;

        internal override bool? Holds(IVisibilityValues values) => values.TextOf(parameter)?.Contains("$(", StringComparison.Ordinal);

        public override string ToString() => $"{parameter} is a runtime value";
    }

    internal sealed class EnabledCondition(string parameter) : FmeVisibility
    {
        public string Parameter => parameter;

        internal override bool? Holds(IVisibilityValues values) => values.IsVisible(parameter);

        public override string ToString() => $"{parameter} is visible";
    }

    internal sealed class Any(FmeVisibility[] conditions) : FmeVisibility
    {
        public FmeVisibility[] Conditions => conditions;

        internal override bool? Holds(IVisibilityValues values) => Find(conditions, values, decisive: true);

        public override string ToString() => $"({string.Join(" or ", (object[])conditions)})";
    }

    internal sealed class All(FmeVisibility[] conditions) : FmeVisibility
    {
        public FmeVisibility[] Conditions => conditions;

        internal override bool? Holds(IVisibilityValues values) => Find(conditions, values, decisive: false);

        public override string ToString() => $"({string.Join(" and ", (object[])conditions)})";
    }

    internal sealed class Negation(FmeVisibility condition) : FmeVisibility
    {
        public FmeVisibility Condition => condition;

        internal override bool? Holds(IVisibilityValues values) => !condition.Holds(values);

        public override string ToString() => $"not {condition}";
    }

    internal sealed class UnknownCondition(string condition) : FmeVisibility
    {
        public string Condition => condition;

        internal override bool? Holds(IVisibilityValues values) => null;

        public override string ToString() => condition;
    }

    // One condition that has the decisive answer decides; otherwise one that cannot be decided leaves all open.
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

    // Nothing is less or greater than what is blank or unknown: the page calls that a clause that cannot be decided.
    private static int? Compare(string? text, string value) =>
        string.IsNullOrEmpty(text) ? null
        : FmeNumber.TryParse(text, out double number) && FmeNumber.TryParse(value, out double limit) ? number.CompareTo(limit)
        : string.CompareOrdinal(text, value);
}
