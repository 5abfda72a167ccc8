namespace FmeTyped.Schema.Model;

/// <summary>The kind of a published parameter's value. The names are those of the runtime's FmeParameterKind, which generated code names.</summary>
internal enum ParameterKind
{
    /// <summary>Any text, and every type without a kind of its own.</summary>
    Text,
    Integer,
    Float,

    /// <summary>One or several of a closed set of options.</summary>
    Choice,

    /// <summary>Yes or no, in the workspace's own spelling.</summary>
    Boolean,

    /// <summary>Text with suggestions.</summary>
    OpenChoice,
    CoordinateSystem,

    /// <summary>A file: a path on the server, an upload or a URL.</summary>
    File,
    Folder,

    /// <summary>A date, a time, or both.</summary>
    DateTime,

    /// <summary>A password or token.</summary>
    Secret,
    Color,
    Geometry,

    /// <summary>The name of a database or web connection that the server keeps.</summary>
    Connection,
}
