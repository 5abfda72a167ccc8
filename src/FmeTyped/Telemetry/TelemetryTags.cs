namespace FmeTyped;

/// <summary>The tags of activities and metrics. None contains a parameter's value or a secret.</summary>
internal static class TelemetryTags
{
    /// <summary>The name of the activity source and the meter.</summary>
    public const string SourceName = "FmeTyped";

    public const string Repository = "fme.repository";
    public const string Workspace = "fme.workspace";
    public const string Queue = "fme.queue";
    public const string JobId = "fme.job.id";
    public const string JobStatus = "fme.job.status";
    public const string JobStatusText = "fme.job.status_text";
    public const string BatchIndex = "fme.batch.index";
    public const string Webhook = "fme.webhook";
    public const string Operation = "fme.operation";

    // Names of OpenTelemetry's semantic conventions.
    public const string ErrorType = "error.type";
    public const string ServerAddress = "server.address";
    public const string ServerPort = "server.port";

    public static string ErrorTypeOf(Exception exception) => exception.GetType().FullName!;
}
