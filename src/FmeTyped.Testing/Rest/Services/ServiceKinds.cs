using FmeTyped.Schema.Facts;

namespace FmeTyped.Testing;

internal static class ServiceKinds
{
    /// <summary>The service's name, as workspaces are registered for it.</summary>
    public static string Name(this ServiceKind service) => service switch
    {
        ServiceKind.DataDownload => ServiceNames.DataDownload,
        ServiceKind.DataStreaming => ServiceNames.DataStreaming,
        ServiceKind.JobSubmitter => ServiceNames.JobSubmitter,
        _ => throw new ArgumentOutOfRangeException(nameof(service), service, "Not a service."),
    };

    public static string Path(this ServiceKind service) => "/" + service.Name();
}
