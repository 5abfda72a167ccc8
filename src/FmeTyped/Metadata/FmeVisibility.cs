namespace FmeTyped.Metadata;

/// <summary>
/// The condition under which a parameter is visible. It depends on the values of other parameters; an unset one counts with its default.
/// Made by generated code; immutable.
/// </summary>
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
        return new ParameterEquals(parameter, value);
    }

    /// <summary>Visible while another parameter is visible itself.</summary>
    /// <param name="parameter">The other parameter's name on the wire.</param>
    public static FmeVisibility WhenEnabled(string parameter)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        return new ParameterIsEnabled(parameter);
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

    internal abstract bool Holds(IVisibilityValues values);

    internal sealed class ParameterEquals(string parameter, string value) : FmeVisibility
    {
        public string Parameter => parameter;

        public string Value => value;

        internal override bool Holds(IVisibilityValues values) => values.HasValue(parameter, value);

        public override string ToString() => $"{parameter} = '{value}'";
    }

    internal sealed class ParameterIsEnabled(string parameter) : FmeVisibility
    {
        public string Parameter => parameter;

        internal override bool Holds(IVisibilityValues values) => values.IsVisible(parameter);

        public override string ToString() => $"{parameter} is visible";
    }

    internal sealed class Any(FmeVisibility[] conditions) : FmeVisibility
    {
        public FmeVisibility[] Conditions => conditions;

        internal override bool Holds(IVisibilityValues values) => Array.Exists(conditions, condition => condition.Holds(values));

        public override string ToString() => $"({string.Join(" or ", (object[])conditions)})";
    }

    internal sealed class All(FmeVisibility[] conditions) : FmeVisibility
    {
        public FmeVisibility[] Conditions => conditions;

        internal override bool Holds(IVisibilityValues values) => Array.TrueForAll(conditions, condition => condition.Holds(values));

        public override string ToString() => $"({string.Join(" and ", (object[])conditions)})";
    }

    internal sealed class Negation(FmeVisibility condition) : FmeVisibility
    {
        public FmeVisibility Condition => condition;

        internal override bool Holds(IVisibilityValues values) => !condition.Holds(values);

        public override string ToString() => $"not {condition}";
    }
}
