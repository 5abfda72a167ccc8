namespace FmeTyped.Tool.Recording;

/// <summary>Why a recorded response is missing or incomplete.</summary>
internal static class BrokenOff
{
    public const string ByClient = "the client gave up, or the recorder was stopped";
    public const string NoResponse = "the server could not be reached, or did not respond";
    public const string ByServer = "the connection to the server ended before the response did";
}
