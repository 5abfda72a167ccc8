using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace FmeTyped;

/// <summary>The activities and metrics of one client. All name its server.</summary>
internal sealed class ClientTelemetry
{
    private static readonly ActivitySource Source = new(TelemetryTags.SourceName, TelemetryVersion.Text);

    private readonly string _address;
    private readonly object _port;

    /// <param name="server">The server's address.</param>
    /// <param name="meters">Creates the meter; null for one of the process.</param>
    public ClientTelemetry(Uri server, IMeterFactory? meters)
    {
        _address = server.Host;
        _port = server.Port;
        Metrics = new FmeMetrics(FmeMetrics.MeterOf(meters), _address, _port);
    }

    public FmeMetrics Metrics { get; }

    public TracedOperation Run(string repository, string workspace) => Start("run", ActivityKind.Internal, repository, workspace);

    public TracedOperation Submit(string repository, string workspace, string? queue) =>
        Start("submit", ActivityKind.Producer, repository, workspace, queue);

    public TracedOperation Transact(string repository, string workspace, string? queue) =>
        Start("transact", ActivityKind.Client, repository, workspace, queue);

    public TracedOperation Stream(string repository, string workspace, string? queue) =>
        Start("stream", ActivityKind.Client, repository, workspace, queue);

    public TracedOperation Wait(long jobId)
    {
        TracedOperation traced = Start("wait", ActivityKind.Client);
        traced.SetJob(jobId);
        return traced;
    }

    public TracedOperation Download(string repository, string workspace) => Start("download", ActivityKind.Client, repository, workspace);

    public TracedOperation Upload() => Start("upload", ActivityKind.Client);

    /// <summary>A message to a webhook, which may be on another server.</summary>
    public static TracedOperation PostWebhook(string name, Uri address)
    {
        TracedOperation traced = Start("post webhook", ActivityKind.Producer, address.Host, address.Port);
        traced.SetTag(TelemetryTags.Webhook, name);
        return traced;
    }

    public TracedOperation BatchItem(string repository, string workspace, long index)
    {
        TracedOperation traced = Start("batch item", ActivityKind.Internal, repository, workspace);
        traced.SetTag(TelemetryTags.BatchIndex, index);
        return traced;
    }

    private static TracedOperation Start(string name, ActivityKind kind, string address, object port)
    {
        if (!Source.HasListeners() || Source.StartActivity(name, kind) is not { } activity)
        {
            return default;
        }

        activity.SetTag(TelemetryTags.ServerAddress, address);
        activity.SetTag(TelemetryTags.ServerPort, port);
        return new TracedOperation(activity);
    }

    private TracedOperation Start(string name, ActivityKind kind) => Start(name, kind, _address, _port);

    private TracedOperation Start(string name, ActivityKind kind, string repository, string workspace, string? queue = null)
    {
        TracedOperation traced = Start(name, kind);
        traced.SetWorkspace(name, repository, workspace);
        if (queue is not null)
        {
            traced.SetTag(TelemetryTags.Queue, queue);
        }

        return traced;
    }
}
