namespace FmeTyped;

/// <summary>
/// From which server build on a call goes over REST API version 4. Builds: 25606 is FME Flow 2025.1, where the version left its preview; 26018 is
/// where the vendor's own command line began to submit with it, and has its waiting call.
/// </summary>
/// <remarks>
/// That reading starts before submitting is an inference: A024, A092 for discovery and tokens, and A070 for files.
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
