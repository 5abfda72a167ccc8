namespace FmeTyped;

/// <summary>The error where something asks for the place on the server that a file of this machine does not have yet.</summary>
internal static class NotOnServer
{
    public static InvalidOperationException Error(LocalFiles files) => new(
        $"'{files}' is on this machine, and has no place on the server that could be written down. Upload it first (FmeFlowClient.Resources.UploadAsync), "
        + "which gives a file on the server.");
}
