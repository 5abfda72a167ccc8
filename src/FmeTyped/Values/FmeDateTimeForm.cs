namespace FmeTyped.Metadata;

/// <summary>The parts that a date-time has, or that a parameter takes.</summary>
public enum FmeDateTimeForm
{
    /// <summary>For a parameter, any of the others. For a value, none: it is blank.</summary>
    Any = 0,

    /// <summary>A date, as in <c>20260131</c>.</summary>
    Date = 1,

    /// <summary>A time of day, as in <c>143000</c>.</summary>
    Time = 2,

    /// <summary>Both, as in <c>20260131143000</c>.</summary>
    DateTime = 3,
}
