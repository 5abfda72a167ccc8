namespace FmeTyped;

/// <summary>
/// Takes a request from its check to the server's answer. What goes before and after is the same for every way to send: the upload of its files, and their
/// removal where no job needs them.
/// </summary>
internal sealed class Submitter(SubmissionFactory submissions, Uploader uploader)
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

    // A request without files goes straight on.
    private ValueTask<TAnswer> SendAsync<TAnswer>(
        Submission submission, Func<Submission, CancellationToken, ValueTask<TAnswer>> send, bool isEndedByAnswer, CancellationToken cancellationToken) =>
        submission.HasLocalFiles ? UploadAndSendAsync(submission, send, isEndedByAnswer, cancellationToken) : send(submission, cancellationToken);

    private async ValueTask<TAnswer> UploadAndSendAsync<TAnswer>(
        Submission submission, Func<Submission, CancellationToken, ValueTask<TAnswer>> send, bool isEndedByAnswer, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested(); // Or else an upload that never began would be cleaned up.
        UploadedFiles uploads = await uploader.UploadAsync(submission, cancellationToken).ConfigureAwait(false);
        TAnswer answer;
        try
        {
            answer = await send(submission with { Uploads = uploads }, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (uploads.Folder is not null && !MayLeaveJob(exception))
        {
            await uploader.RemoveAsync(uploads.Folder).ConfigureAwait(false);
            throw;
        }

        if (isEndedByAnswer && uploads.Folder is { } folder)
        {
            await uploader.RemoveAsync(folder).ConfigureAwait(false);
        }

        return answer;
    }

    // A job that may be running needs its files.
    private static bool MayLeaveJob(Exception exception) =>
        exception is FmeSubmissionUnknownException or FmeWaitTimeoutException or OperationCanceledException { InnerException: FmeSubmissionUnknownException };
}
