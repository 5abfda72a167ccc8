namespace FmeTyped;

/// <summary>What a published parameter holds. Whether it holds one or several is <see cref="FmeParameterDescriptor.IsList"/>.</summary>
public enum FmeParameterKind
{
    /// <summary>Any text. Also every type of parameter that has no kind of its own.</summary>
    Text = 0,

    /// <summary>A whole number.</summary>
    Integer = 1,

    /// <summary>A decimal number.</summary>
    Float = 2,

    /// <summary>One or several of a closed set of options.</summary>
    Choice = 3,

    /// <summary>A choice of exactly two options that mean yes and no.</summary>
    Boolean = 4,

    /// <summary>Text for which options are suggested; any other text is allowed too.</summary>
    OpenChoice = 5,

    /// <summary>The name of a coordinate system.</summary>
    CoordinateSystem = 6,
}
