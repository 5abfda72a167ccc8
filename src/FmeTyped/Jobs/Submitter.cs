using System.Runtime.CompilerServices;

namespace FmeTyped;

/// <summary>
/// Takes a request from its check to the server's answer. What goes before and after is the same for every way to send: the upload of its files, their removal
/// where no job needs them, and that nobody is told "not submitted" where that is not known.
/// </summary>
internal sealed class Submitter(SubmissionFactory submissions, Uploader uploader, Redactor redactor)
{
    /// <summary>Submits a request. What was uploaded stays for the job, as <see cref="Submission.Uploads"/> tells the sender.</summary>
    /// <typeparam name="TAnswer">What the way to send answers with.</typeparam>
    /// <param name="request">The request.</param>
    /// <param name="options">How to run it.</param>
    /// <param name="context">What is being done, by the submission.</param>
    /// <param name="send">Sends it, once.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public ValueTask<TAnswer> SubmitAsync<TAnswer>(
        IFmeRequest request,
        FmeRunOptions options,
        Func<Submission, ErrorContext> context,
        Func<Submission, CancellationToken, ValueTask<TAnswer>> send,
        CancellationToken cancellationToken) =>
        SendAsync(submissions.New(request, options, context), send, isEndedByAnswer: false, cancellationToken);

    /// <summary>Submits a request in a way that is answered when the job has ended, so that what was uploaded can go then.</summary>
    /// <inheritdoc cref="SubmitAsync"/>
    public Task<TAnswer> RunAsync<TAnswer>(
        IFmeRequest request,
        FmeRunOptions options,
        Func<Submission, ErrorContext> context,
        Func<Submission, CancellationToken, ValueTask<TAnswer>> send,
        CancellationToken cancellationToken) =>
        SendAsync(submissions.New(request, options, context), send, isEndedByAnswer: true, cancellationToken).AsTask();

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<TAnswer> SendAsync<TAnswer>(
        Submission submission, Func<Submission, CancellationToken, ValueTask<TAnswer>> send, bool isEndedByAnswer, CancellationToken cancellationToken)
    {
        if (submission.HasLocalFiles)
        {
            cancellationToken.ThrowIfCancellationRequested(); // Or else an upload that never began would be cleaned up.
            submission = submission with { Uploads = await uploader.UploadAsync(submission, cancellationToken).ConfigureAwait(false) };
        }

        UploadedFolder? folder = submission.Uploads?.Folder;
        TAnswer response;
        try
        {
            response = await send(submission, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (submission.MayHaveArrived && !IsTold(exception))
        {
            throw Unknown(submission, exception, cancellationToken);
        }
        catch (Exception exception) when (folder is not null && !MayLeaveJob(exception))
        {
            await uploader.RemoveAsync(folder).ConfigureAwait(false);
            throw;
        }

        if (isEndedByAnswer && folder is not null)
        {
            await uploader.RemoveAsync(folder).ConfigureAwait(false);
        }

        return response;
    }

    // Our own errors say what came of a submission. Any other that comes after it has left, such as a logger's, says nothing of it.
    private static bool IsTold(Exception exception) => exception is FmeException or FmeOperationCanceledException;

    private Exception Unknown(Submission submission, Exception cause, CancellationToken cancellationToken)
    {
        ErrorContext context = ErrorContext.Submitting(submission);
        IReadOnlyList<SecretText> secrets = submission.FindSecrets();
        SubmissionTrace? trace = submission.Trace;
        if (trace is not null)
        {
            redactor.RememberLost(trace.CorrelationKey, secrets);
        }

        var unknown = new FmeSubmissionUnknownException(
            $"Could not {context.Operation}: after it was sent, something failed that says nothing of what came of it. {ErrorFactory.MayBeRunning}",
            context,
            trace,
            ShownException.From(cause, text => redactor.Redact(text, others: secrets)));
        return cause is OperationCanceledException && cancellationToken.IsCancellationRequested
            ? new FmeOperationCanceledException("The call was cancelled.", unknown, cancellationToken)
            : unknown;
    }

    // A job that may be running needs its files.
    private static bool MayLeaveJob(Exception exception) =>
        exception is FmeSubmissionUnknownException or FmeWaitTimeoutException or FmeOperationCanceledException { Submission: not null };
}
