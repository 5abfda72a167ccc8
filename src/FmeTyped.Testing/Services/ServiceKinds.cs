namespace FmeTyped.Testing;

internal static class ServiceKinds
{
    /// <summary>The service's name, as workspaces are registered for it.</summary>
    public static string Name(this ServiceKind service) => service switch
    {
        ServiceKind.DataDownload => "fmedatadownload",
        ServiceKind.DataStreaming => "fmedatastreaming",
        ServiceKind.JobSubmitter => "fmejobsubmitter",
        _ => throw new ArgumentOutOfRangeException(nameof(service), service, "Not a service."),
    };

    public static string Path(this ServiceKind service) => "/" + service.Name();
}
