namespace FmeTyped.Metadata;

/// <summary>Why a parameter's value cannot be sent.</summary>
public enum FmeValidationErrorKind
{
    /// <summary>The parameter has to be set and is not.</summary>
    Missing = 1,

    /// <summary>The parameter may not be blank.</summary>
    Blank = 2,

    /// <summary>The value is none of the options.</summary>
    UnknownOption = 3,

    /// <summary>The number is beyond a limit.</summary>
    OutOfRange = 4,

    /// <summary>The text does not have the form of the parameter's kind.</summary>
    Malformed = 5,

    /// <summary>
    /// The number has more digits behind the point than the parameter takes, or lies between two of its steps; or the time has a fraction of a second.
    /// </summary>
    TooPrecise = 6,

    /// <summary>The file or folder of this machine cannot be read, or lacks a part.</summary>
    UnusableFile = 7,
}
