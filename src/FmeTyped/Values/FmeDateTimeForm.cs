namespace FmeTyped.Metadata;

/// <summary>Which parts a date-time has, or which a parameter takes.</summary>
public enum FmeDateTimeForm
{
    /// <summary>Of a parameter: any of the others. Of a value: none, for it is blank.</summary>
    Any = 0,

    /// <summary>A date, as in <c>20260131</c>.</summary>
    Date = 1,

    /// <summary>A time of day, as in <c>143000</c>.</summary>
    Time = 2,

    /// <summary>Both, as in <c>20260131143000</c>.</summary>
    DateTime = 3,
}
