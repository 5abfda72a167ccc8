namespace FmeTyped.Metadata;

/// <summary>The kind of a published parameter's value. Whether it takes one value or several is <see cref="FmeParameterDescriptor.IsList"/>.</summary>
public enum FmeParameterKind
{
    /// <summary>Any text. Also used for every type of parameter without a kind of its own.</summary>
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

    /// <summary>A file: a path on the server or a URL.</summary>
    File = 7,

    /// <summary>A folder on the server, or a dataset that is a folder.</summary>
    Folder = 8,

    /// <summary>A date, a time, or both.</summary>
    DateTime = 9,

    /// <summary>A password or another secret, which is never shown.</summary>
    Secret = 10,

    /// <summary>A colour.</summary>
    Color = 11,

    /// <summary>A geometry as text.</summary>
    Geometry = 12,

    /// <summary>The name of a database or web connection that the server keeps.</summary>
    Connection = 13,
}
