using System.Globalization;

namespace FmeTyped.Testing;

/// <summary>The build that is emulated, and what follows from it. The builds are based on A030.</summary>
internal sealed class EmulatedBuild(int number, FmeFlowApis? apis)
{
    /// <summary>2022.0: from here on fmeflow-cli reads repositories and workspaces and cancels jobs through v4.</summary>
    public const int FirstWithV4 = 22337;

    /// <summary>From here on fmeflow-cli checks the health through v4.</summary>
    public const int FirstWithV4Health = 23139;

    /// <summary>2025.0, whose REST v4 the vendor's OpenAPI document describes.</summary>
    public const int FirstWithV4Document = 25208;

    /// <summary>2025.1: the vendor's article on submitting through v4 waits with the result.</summary>
    public const int FirstWithV4Result = 25606;

    /// <summary>From here on fmeflow-cli submits through v4, and waits with <c>/jobs/sync</c>.</summary>
    public const int FirstWithV4Sync = 26018;

    /// <summary>The lowest build of 2026.1, which lacks v3 and in which no address of v4 may end in a slash.</summary>
    private const int First2026Dot1 = 26103;

    public int Number => number;

    public int Year => 2000 + (number / 1000);

    /// <summary>The second part of the release, 1 in 2025.1.</summary>
    public int Release => number >= First2026Dot1 && Year == 2026 ? 1 : (number % 1000) switch
    {
        >= 700 => 2,
        >= 500 => 1,
        _ => 0,
    };

    /// <summary>As in <c>/fmeinfo/version</c> of build 25606 in the fmeflow-cli fixture; until 2022 the product was FME Server.</summary>
    public string Text => string.Create(CultureInfo.InvariantCulture, $"FME {(Year < 2023 ? "Server" : "Flow")} {Year}.{Release} - Build {number} - linux-x64");

    public bool HasV3 => apis?.HasFlag(FmeFlowApis.V3) ?? number < First2026Dot1;

    public bool HasV4 => apis?.HasFlag(FmeFlowApis.V4) ?? number >= FirstWithV4;

    public bool RefusesTrailingSlash => number >= First2026Dot1;
}
