namespace FmeTyped;

/// <summary>
/// The first server build with which a call uses REST API version 4. Builds: 25606 is FME Flow 2025.1, where the version left its preview; 26018 is
/// where the vendor's own command line started to submit with it, and has its transact call.
/// </summary>
/// <remarks>
/// That reads use it earlier than submissions is an inference: A024, and A092 for discovery, tokens and files.
/// </remarks>
internal static class FirstV4Build
{
    public const int ForSubmit = 26018;
    public const int ForTransact = 26018;
    public const int ForRecord = 25606;
    public const int ForCancel = 25606;
    public const int ForLog = 25606;
    public const int ForTokens = 25606;
    public const int ForDiscovery = 25606;
    public const int ForResources = 25606;
    public const int ForJobList = 25606;
}
