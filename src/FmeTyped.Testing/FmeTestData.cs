using System.Net;
using FmeTyped.Metadata;

namespace FmeTyped.Testing;

/// <summary>
/// Creates objects that otherwise only the client creates: exceptions and results for unit tests of code that gets a mocked <see cref="FmeFlowClient"/>.
/// </summary>
public static partial class FmeTestData
{
    private const string Operation = "submit Samples/test.fmw";

    private static readonly ErrorContext Submitting = ErrorContext.Submitting("Samples/test.fmw");

    /// <summary>The response to a submission was lost.</summary>
    /// <param name="correlationKey">The key that was sent with it; null for a submission that cannot carry one.</param>
    /// <param name="repository">The repository, by its name on the server.</param>
    /// <param name="workspace">The workspace's file name.</param>
    /// <param name="timeSent">When it was sent; null for now.</param>
    public static FmeSubmissionUnknownException SubmissionUnknown(
        string? correlationKey = "test", string repository = "Samples", string workspace = "test.fmw", DateTimeOffset? timeSent = null) =>
        new(
            "It is not known whether the server took the submission: a test says so.",
            ErrorContext.Submitting($"{repository}/{workspace}"),
            correlationKey is null ? null : new SubmissionTrace(correlationKey, repository, workspace, timeSent ?? DateTimeOffset.UtcNow));

    /// <summary>The job failed.</summary>
    /// <param name="result">How it ended.</param>
    public static FmeJobFailedException JobFailed(FmeJobResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return new(result, ErrorContext.ReadingJob(result.Id));
    }

    /// <summary>The job did not end in time.</summary>
    /// <param name="jobId">The job.</param>
    /// <param name="timeout">How long the wait was.</param>
    /// <param name="lastRecord">The last record of the job that was read; null for none.</param>
    public static FmeWaitTimeoutException WaitTimeout(long jobId, TimeSpan timeout, FmeJobRecord? lastRecord = null) =>
        new(jobId, timeout, lastRecord, ErrorContext.ReadingJob(jobId));

    /// <summary>The server no longer has the job's record.</summary>
    /// <param name="jobId">The job.</param>
    public static FmeJobPurgedException JobPurged(long jobId) => new(jobId, ErrorContext.ReadingJob(jobId));

    /// <summary>The request does not fit its workspace.</summary>
    /// <param name="errors">The errors.</param>
    public static FmeValidationException Invalid(params FmeValidationError[] errors) => new(errors, Submitting);

    /// <summary>The result is too large.</summary>
    /// <param name="maximumSize">The maximum size in bytes.</param>
    public static FmeResultTooLargeException ResultTooLarge(long maximumSize) => new(maximumSize, Submitting);

    /// <summary>There is nothing to download.</summary>
    /// <param name="jobId">The job.</param>
    /// <param name="isExpired">Whether there was a result, which the server has removed.</param>
    public static FmeNoResultException NoResult(long jobId, bool isExpired = false) =>
        new($"Could not open the result of job {jobId}: there is none, a test says.", new ErrorContext("open the result of job", jobId), isExpired);

    /// <summary>The call was cancelled while it was under way.</summary>
    /// <param name="submission">The submission that may have reached the server; null if there is none.</param>
    /// <param name="jobId">The job that the call was about, or had submitted; null if there is none.</param>
    public static FmeOperationCanceledException Canceled(FmeSubmissionUnknownException? submission = null, long? jobId = null) => new(
        "The call was cancelled.",
        jobId,
        (Exception?)submission ?? new FmeException($"Could not {Operation}: the call was cancelled.", Submitting) { JobId = jobId },
        new CancellationToken(canceled: true));

    /// <summary>The server cannot be reached, or cannot serve requests now.</summary>
    /// <param name="statusCode">The status of its response; null if there was none.</param>
    /// <param name="retryAfter">How long it asks to wait; null if it does not.</param>
    public static FmeServerUnavailableException ServerUnavailable(HttpStatusCode? statusCode = null, TimeSpan? retryAfter = null) =>
        new($"Could not {Operation}: the server cannot serve now, a test says.", Submitting, retryAfter) { StatusCode = statusCode };

    /// <summary>An error with only a type and a message.</summary>
    /// <typeparam name="TException">The type: <see cref="FmeException"/>, <see cref="FmeUnauthorizedException"/>, <see cref="FmeForbiddenException"/>,
    /// <see cref="FmeNotFoundException"/>, <see cref="FmeNotSupportedException"/>, <see cref="FmeParametersRefusedException"/> or
    /// <see cref="FmeProtocolException"/>.</typeparam>
    /// <param name="message">The message.</param>
    /// <param name="jobId">The job it is about; null for none.</param>
    /// <exception cref="ArgumentException">The type has its own method.</exception>
    public static TException Error<TException>(string message, long? jobId = null)
        where TException : FmeException
    {
        FmeException? error = typeof(TException).Name switch
        {
            nameof(FmeException) => new FmeException(message, Submitting) { JobId = jobId },
            nameof(FmeUnauthorizedException) => new FmeUnauthorizedException(message, Submitting) { JobId = jobId },
            nameof(FmeForbiddenException) => new FmeForbiddenException(message, Submitting) { JobId = jobId },
            nameof(FmeNotFoundException) => new FmeNotFoundException(message, Submitting) { JobId = jobId },
            nameof(FmeNotSupportedException) => new FmeNotSupportedException(message, Submitting) { JobId = jobId },
            nameof(FmeParametersRefusedException) => new FmeParametersRefusedException(message, Submitting) { JobId = jobId },
            nameof(FmeProtocolException) => new FmeProtocolException(message, Submitting) { JobId = jobId },
            _ => null,
        };
        return error as TException
            ?? throw new ArgumentException($"{nameof(FmeTestData)} has a method of its own for {typeof(TException).Name}.", nameof(message));
    }
}
