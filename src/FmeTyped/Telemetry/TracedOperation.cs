using System.Diagnostics;

namespace FmeTyped;

/// <summary>
/// One operation as an activity. Without a listener it is empty and costs nothing. It must be started inside an async method, so that the
/// caller's own activity becomes the current one again when the method returns.
/// </summary>
/// <example>
/// <c>using var traced = telemetry.Submit(...); try { ... } catch (Exception exception) when (traced.Notes(exception)) { throw; }</c>
/// </example>
internal readonly struct TracedOperation(Activity? activity) : IDisposable
{
    public void SetWorkspace(string operation, string repository, string workspace)
    {
        if (activity is not null)
        {
            activity.DisplayName = $"{operation} {repository}/{workspace}";
            activity.SetTag(TelemetryTags.Repository, repository);
            activity.SetTag(TelemetryTags.Workspace, workspace);
        }
    }

    public void SetTag(string name, string value) => activity?.SetTag(name, value);

    public void SetTag(string name, long value) => activity?.SetTag(name, value);

    public void SetJob(long id) => SetTag(TelemetryTags.JobId, id);

    /// <summary>Records how the job ended.</summary>
    /// <param name="id">The job.</param>
    /// <param name="status">Its status, in a word that is the same over all servers.</param>
    /// <param name="statusText">The server's word.</param>
    /// <param name="errorType">The error type of a failure, even if nothing is thrown; null if the job succeeded.</param>
    public void SetJobEnd(long id, string status, string statusText, string? errorType)
    {
        if (activity is null)
        {
            return;
        }

        SetJob(id);
        activity.SetTag(TelemetryTags.JobStatus, status);
        activity.SetTag(TelemetryTags.JobStatusText, statusText);
        if (errorType is not null)
        {
            SetError(errorType);
        }
    }

    /// <summary>Records an exception, as the filter of a <c>catch</c> that never catches.</summary>
    /// <returns>False.</returns>
    public bool Notes(Exception exception)
    {
        if (activity is not null)
        {
            SetError(TelemetryTags.ErrorTypeOf(exception));
            if (exception is FmeException { JobId: { } id })
            {
                SetJob(id);
            }
        }

        return false;
    }

    public void Dispose() => activity?.Dispose();

    // Without a description, because exception messages can contain values of parameters.
    private void SetError(string type)
    {
        activity?.SetTag(TelemetryTags.ErrorType, type);
        activity?.SetStatus(ActivityStatusCode.Error);
    }
}
