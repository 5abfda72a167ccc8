namespace FmeTyped.Schema.Model;

/// <summary>What a published parameter holds. The names are those of the runtime's FmeParameterKind, which generated code names.</summary>
internal enum ParameterKind
{
    Text,
    Integer,
    Float,
    Choice,
    Boolean,
    OpenChoice,
    CoordinateSystem,
}
