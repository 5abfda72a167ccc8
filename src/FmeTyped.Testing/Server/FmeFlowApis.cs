namespace FmeTyped.Testing;

/// <summary>Versions of the REST API.</summary>
[Flags]
public enum FmeFlowApis
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Version 3, <c>/fmerest/v3</c>.</summary>
    V3 = 1,

    /// <summary>Version 4, <c>/fmeapiv4</c>.</summary>
    V4 = 2,
}
