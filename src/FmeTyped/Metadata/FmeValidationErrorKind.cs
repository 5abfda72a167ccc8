namespace FmeTyped.Metadata;

/// <summary>Why a parameter's value cannot be sent.</summary>
public enum FmeValidationErrorKind
{
    /// <summary>The parameter must be set and is not.</summary>
    Missing = 1,

    /// <summary>The parameter may not be blank.</summary>
    Blank = 2,

    /// <summary>The value is not one of the options.</summary>
    UnknownOption = 3,

    /// <summary>The number is outside the limits.</summary>
    OutOfRange = 4,

    /// <summary>The text does not have the format of the parameter's kind.</summary>
    Malformed = 5,

    /// <summary>
    /// The number has more decimal places than the parameter allows, or is not a multiple of its step; or the time has a fraction of a second.
    /// </summary>
    TooPrecise = 6,

    /// <summary>The file or folder of this machine cannot be read, or lacks a part.</summary>
    UnusableFile = 7,
}
