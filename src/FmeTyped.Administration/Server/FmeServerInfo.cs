namespace FmeTyped;

/// <summary>What the server reports about itself. Values that it does not report are null.</summary>
public sealed class FmeServerInfo
{
    /// <summary>The build number, such as 25606.</summary>
    public int? Build { get; init; }

    /// <summary>The version as the server shows it, such as <c>FME Flow 2025.1 - Build 25606 - linux-x64</c>.</summary>
    public string? Version { get; init; }

    /// <summary>The time zone as an offset, such as <c>+0000</c>. Only REST API version 3 reports it.</summary>
    public string? TimeZone { get; init; }

    /// <summary>The licence; null if the token's user may not see it.</summary>
    public FmeLicense? License { get; init; }
}
