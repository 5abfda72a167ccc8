namespace FmeTyped;

/// <summary>
/// The server had the job and no longer has its record: it was deleted, or cleaned up because of its age. How the job ended is not
/// known, so this does not mean that the job failed.
/// </summary>
/// <remarks>
/// Only a job that is known to have existed counts as purged: one that this client or handle submitted, or whose record was seen before. Only FME Flow's own
/// 404 says so, not that of a proxy.
/// </remarks>
public sealed class FmeJobPurgedException : FmeNotFoundException
{
    internal FmeJobPurgedException(long jobId, ErrorContext context, Exception? innerException = null)
        : base(
            $"Could not {context.Operation}: the server no longer has the record of job {jobId}. It was deleted, or cleaned up because of its age; how the "
                + "job ended is not known.",
            context,
            innerException) => JobId = jobId;

    /// <summary>Converts a 404 for a job that is known to have existed.</summary>
    internal static FmeJobPurgedException From(long jobId, FmeNotFoundException missing) =>
        new(jobId, new ErrorContext(missing.Operation), missing) { StatusCode = missing.StatusCode, ServerMessage = missing.ServerMessage };
}
