namespace FmeTyped;

/// <summary>The error for a file of this machine that has no path on the server yet.</summary>
internal static class NotOnServer
{
    public static InvalidOperationException Error(LocalFiles files) => new(
        $"'{files}' is on this machine, and has no path on the server yet. Upload it first (FmeFlowClient.Resources.UploadAsync), "
        + "which returns a file on the server.");
}
