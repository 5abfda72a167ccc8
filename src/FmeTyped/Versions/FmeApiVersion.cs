namespace FmeTyped;

/// <summary>Which version of the REST API to use.</summary>
public enum FmeApiVersion
{
    /// <summary>Asks the server once for its build, and takes for each call the version that serves it best.</summary>
    Auto = 0,

    /// <summary>Version 3, of FME Server and of FME Flow before 2026.1.</summary>
    V3 = 3,

    /// <summary>Version 4, of FME Flow 2025.1 and later.</summary>
    V4 = 4,
}
