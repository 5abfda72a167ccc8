using System.Diagnostics;

namespace FmeTyped;

/// <summary>
/// One operation as an activity. Without a listener it is empty and costs nothing. It must be started inside an async method, so that the
/// caller's own activity becomes the current one again when the method returns.
/// </summary>
/// <example>
/// <c>using var traced = TracedOperation.Submit(...); try { ... } catch (Exception exception) when (traced.Notes(exception)) { throw; }</c>
/// </example>
internal readonly struct TracedOperation : IDisposable
{
    private static readonly ActivitySource Source = new(TelemetryTags.SourceName, TelemetryVersion.Text);

    private readonly Activity? _activity;

    private TracedOperation(Activity? activity) => _activity = activity;

    public static TracedOperation Run(string repository, string workspace) => Start("run", ActivityKind.Internal, repository, workspace);

    public static TracedOperation Submit(string repository, string workspace, string? queue) =>
        Start("submit", ActivityKind.Producer, repository, workspace, queue);

    public static TracedOperation Transact(string repository, string workspace, string? queue) =>
        Start("transact", ActivityKind.Client, repository, workspace, queue);

    public static TracedOperation Stream(string repository, string workspace, string? queue) =>
        Start("stream", ActivityKind.Client, repository, workspace, queue);

    public static TracedOperation Wait(long jobId)
    {
        var traced = new TracedOperation(Source.StartActivity("wait", ActivityKind.Client));
        traced.SetJob(jobId);
        return traced;
    }

    public static TracedOperation Download(string repository, string workspace) => Start("download", ActivityKind.Client, repository, workspace);

    public static TracedOperation Upload() => new(Source.StartActivity("upload", ActivityKind.Client));

    public static TracedOperation PostWebhook(string name)
    {
        Activity? activity = Source.StartActivity("post webhook", ActivityKind.Producer);
        activity?.SetTag(TelemetryTags.Webhook, name);
        return new(activity);
    }

    public static TracedOperation BatchItem(string repository, string workspace, long index)
    {
        TracedOperation traced = Start("batch item", ActivityKind.Internal, repository, workspace);
        traced._activity?.SetTag(TelemetryTags.BatchIndex, index);
        return traced;
    }

    public void SetJob(long id) => _activity?.SetTag(TelemetryTags.JobId, id);

    /// <summary>Records how the job ended.</summary>
    /// <param name="id">The job.</param>
    /// <param name="status">Its status.</param>
    /// <param name="errorType">The error type of a failure, even if nothing is thrown; null if the job succeeded.</param>
    public void SetJobEnd(long id, string status, string? errorType)
    {
        SetJob(id);
        _activity?.SetTag(TelemetryTags.JobStatus, status);
        if (errorType is not null)
        {
            SetError(errorType);
        }
    }

    /// <summary>Records an exception, as the filter of a <c>catch</c> that never catches.</summary>
    /// <returns>False.</returns>
    public bool Notes(Exception exception)
    {
        if (_activity is not null)
        {
            SetError(TelemetryTags.ErrorTypeOf(exception));
            if (exception is FmeException { JobId: { } id })
            {
                SetJob(id);
            }
        }

        return false;
    }

    public void Dispose() => _activity?.Dispose();

    private static TracedOperation Start(string name, ActivityKind kind, string repository, string workspace, string? queue = null)
    {
        if (!Source.HasListeners() || Source.StartActivity(name, kind) is not { } activity)
        {
            return default;
        }

        activity.DisplayName = $"{name} {repository}/{workspace}";
        activity.SetTag(TelemetryTags.Repository, repository);
        activity.SetTag(TelemetryTags.Workspace, workspace);
        if (queue is not null)
        {
            activity.SetTag(TelemetryTags.Queue, queue);
        }

        return new TracedOperation(activity);
    }

    // Without a description, because exception messages can contain values of parameters.
    private void SetError(string type)
    {
        _activity?.SetTag(TelemetryTags.ErrorType, type);
        _activity?.SetStatus(ActivityStatusCode.Error);
    }
}
