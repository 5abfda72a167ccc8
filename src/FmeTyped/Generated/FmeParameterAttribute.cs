namespace FmeTyped.Generated;

/// <summary>
/// Says what the analyzers check of a parameter. A property has it only if there is something to check, and a limit is given only if there is one.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FmeParameterAttribute : Attribute
{
    /// <summary>Nothing is kept: the analyzers read the arguments from the metadata.</summary>
    /// <param name="name">The name under which a value is sent.</param>
    /// <param name="notBlank">Whether the value may not be blank.</param>
    /// <param name="minimum">The minimum of a number.</param>
    /// <param name="maximum">The maximum of a number.</param>
    /// <param name="minimumIsExclusive">Whether the minimum itself is not allowed.</param>
    /// <param name="maximumIsExclusive">Whether the maximum itself is not allowed.</param>
    /// <param name="decimalPlaces">The maximum number of decimal places; negative for no limit.</param>
    /// <param name="step">What a number has to be a multiple of.</param>
    /// <param name="dateTimeForm">Which parts a date-time has to have.</param>
    /// <param name="isLocal">Whether a date-time may not have an offset from UTC.</param>
    public FmeParameterAttribute(
        string name,
        bool notBlank = false,
        double minimum = double.NaN,
        double maximum = double.NaN,
        bool minimumIsExclusive = false,
        bool maximumIsExclusive = false,
        int decimalPlaces = -1,
        double step = double.NaN,
        FmeDateTimeForm dateTimeForm = FmeDateTimeForm.Any,
        bool isLocal = false) =>
        _ = (name, notBlank, minimum, maximum, minimumIsExclusive, maximumIsExclusive, decimalPlaces, step, dateTimeForm, isLocal);
}
