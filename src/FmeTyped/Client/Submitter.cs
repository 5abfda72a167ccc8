namespace FmeTyped;

/// <summary>Takes a request from its check to the server's answer. What goes before and after is the same for every way to send.</summary>
internal sealed class Submitter(SubmissionFactory submissions)
{
    /// <summary>Submits a request.</summary>
    /// <typeparam name="TAnswer">What the way to send answers with.</typeparam>
    /// <param name="request">The request.</param>
    /// <param name="options">How to run it.</param>
    /// <param name="context">What is being done, by the workspace's name.</param>
    /// <param name="send">Sends it, once.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public Task<TAnswer> SubmitAsync<TAnswer>(
        IFmeRequest request,
        FmeRunOptions options,
        Func<string, ErrorContext> context,
        Func<Submission, CancellationToken, Task<TAnswer>> send,
        CancellationToken cancellationToken) =>
        send(submissions.New(request, options, context), cancellationToken);
}
