namespace FmeTyped;

public sealed partial class FmeFlowClient
{
    /// <summary>The server's shared resources: its files.</summary>
    public FmeResources Resources { get; }

    /// <summary>
    /// Runs a workspace on data that is sent along as its source, by the server's own waiting call, one request that is answered when the job has ended. Only with REST API version 3.
    /// </summary>
    /// <remarks>
    /// The published parameters travel in the address, so that this is for few and short ones. A file parameter with <see cref="FmeFile.FromStream"/> and
    /// <see cref="RunAsync(IFmeRequest, FmeWaitOptions?, CancellationToken)"/> do the same on every server, for parameters of any size, and with the job's id known before the waiting.
    /// </remarks>
    /// <param name="request">What to run.</param>
    /// <param name="data">The source data, read from where it stands to its end. It is not disposed of.</param>
    /// <param name="options">How to run it; null for the usual way. Directives, priority and total lifetime cannot be told here.</param>
    /// <param name="wait">
    /// <see cref="FmeWaitOptions.Timeout"/>, which starts anew as long as the data moves, and <see cref="FmeWaitOptions.ThrowOnFailure"/>. Progress and cancelling the job need its id and are refused.
    /// </param>
    /// <param name="cancellationToken">Stops the call. Once the request is under way, a job may run all the same.</param>
    /// <returns>How the job ended.</returns>
    /// <exception cref="ArgumentException">An option is not usable, or the waiting asks for progress or for cancelling the job.</exception>
    /// <exception cref="FmeNotSupportedException">The server has no such call, or the call lacks an option, or the parameters are too long for it; nothing was submitted.</exception>
    /// <exception cref="FmeValidationException">The request does not fit its workspace; nothing was sent.</exception>
    /// <exception cref="FmeJobFailedException">The job ended badly, and the options do not ask to return that.</exception>
    /// <exception cref="FmeParametersRefusedException">The server refuses the parameters (422).</exception>
    /// <exception cref="FmeSubmissionUnknownException">The answer was lost or did not come in time; a job may be running.</exception>
    /// <exception cref="FmeException">The server refused, or cannot be reached; the derived type says why.</exception>
    public Task<FmeJobResult> TransactDataAsync(
        IFmeRequest request, Stream data, FmeRunOptions? options = null, FmeWaitOptions? wait = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        JobWaiter.CheckForTransact(wait);
        return _submitter.RunAsync(
            request,
            options ?? SubmissionFactory.NoOptions,
            ErrorContext.Transacting,
            (submission, token) => SubmissionTelemetry.TransactAsync(_logger, submission, (sent, sentToken) => TransactDataAsync(sent, data, wait, sentToken), token),
            cancellationToken);
    }

    private async Task<FmeJobResult> TransactDataAsync(Submission submission, Stream data, FmeWaitOptions? wait, CancellationToken cancellationToken)
    {
        TimeSpan timeout = wait?.Timeout ?? _waitTimeout;
        IDataTransactApi api = await _dataTransactions.ForAsync(FirstV4Build.ForTransactData, timeout, cancellationToken).ConfigureAwait(false);
        FmeJobResult result = await api.TransactAsync(submission, data, timeout, cancellationToken).ConfigureAwait(false);
        return _jobs.Waiter.ConcludeTransact(result, submission, wait);
    }
}
