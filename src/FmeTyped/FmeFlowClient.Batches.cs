using System.Runtime.CompilerServices;

namespace FmeTyped;

/// <content>Batches: many requests in one go.</content>
public partial class FmeFlowClient
{
    /// <summary>Runs many workspaces, and returns the outcome of each as soon as it is known.</summary>
    /// <remarks>
    /// An error of one item is its outcome, not an exception. The source is read as slots become free and as you take the outcomes. Leaving the
    /// enumeration ends the batch; the jobs that exist go on.
    /// </remarks>
    /// <typeparam name="T">The type of the requests.</typeparam>
    /// <param name="requests">What to run.</param>
    /// <param name="options">How to run them; null for the defaults.</param>
    /// <param name="cancellationToken">Stops the batch, but not the jobs that exist.</param>
    /// <returns>The items, in the order in which their outcomes become known.</returns>
    /// <exception cref="ArgumentException">An option is invalid; the message says which and why.</exception>
    /// <exception cref="InvalidOperationException">The journal belongs to another server, or is in use.</exception>
    /// <exception cref="IOException">The journal cannot be written.</exception>
    public virtual IAsyncEnumerable<FmeBatchItem<T>> RunAllAsync<T>(
        IAsyncEnumerable<T> requests, FmeBatchOptions<T>? options = null, CancellationToken cancellationToken = default)
        where T : IFmeRequest
    {
        ArgumentNullException.ThrowIfNull(requests);
        return RunBatchAsync(requests, Checked(options), isWaiting: true, cancellationToken);
    }

    /// <summary>Submits many jobs without waiting for them, and returns the outcome of each submission as soon as it is known.</summary>
    /// <remarks>As <c>RunAllAsync</c>, but an item is done when the server has its job.</remarks>
    /// <typeparam name="T">The type of the requests.</typeparam>
    /// <param name="requests">What to submit.</param>
    /// <param name="options">How to submit them; null for the defaults. The wait options are ignored here.</param>
    /// <param name="cancellationToken">Stops the batch.</param>
    /// <returns>The items, in the order in which their outcomes become known.</returns>
    /// <exception cref="ArgumentException">An option is invalid; the message says which and why.</exception>
    /// <exception cref="InvalidOperationException">The journal belongs to another server, or is in use.</exception>
    /// <exception cref="IOException">The journal cannot be written.</exception>
    public virtual IAsyncEnumerable<FmeBatchItem<T>> SubmitAllAsync<T>(
        IAsyncEnumerable<T> requests, FmeBatchOptions<T>? options = null, CancellationToken cancellationToken = default)
        where T : IFmeRequest
    {
        ArgumentNullException.ThrowIfNull(requests);
        return RunBatchAsync(requests, Checked(options), isWaiting: false, cancellationToken);
    }

    private async IAsyncEnumerable<FmeBatchItem<T>> RunBatchAsync<T>(
        IAsyncEnumerable<T> requests, FmeBatchOptions<T> options, bool isWaiting, [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : IFmeRequest
    {
        using var runner = new BatchRunner<T>(SubmitAsync, _jobs, _submissions, options, isWaiting);
        await foreach (FmeBatchItem<T> item in runner.RunAsync(requests, cancellationToken).ConfigureAwait(false))
        {
            yield return item;
        }
    }

    private static FmeBatchOptions<T> Checked<T>(FmeBatchOptions<T>? options)
        where T : IFmeRequest
    {
        options ??= new FmeBatchOptions<T>();
        Require(options.MaximumRequestsInFlight > 0, nameof(options.MaximumRequestsInFlight), "has to be at least 1.");
        Require(options.MaximumJobsInFlight > 0, nameof(options.MaximumJobsInFlight), "has to be at least 1.");
        Require(Enum.IsDefined(options.StopOnFailure), nameof(options.StopOnFailure), "is not one of Never, Submitting and Jobs.");
        FmeWaitOptionsValidation.Check(options.Wait);
        Require(
            options.Wait is not ({ CancelJobOnCancellation: true } or { Progress: not null }),
            nameof(options.Wait),
            "can neither cancel jobs nor report the progress of single jobs in a batch.");
        return options;

        static void Require(bool condition, string name, string message)
        {
            if (!condition)
            {
                throw new ArgumentException($"{nameof(FmeBatchOptions<T>)}.{name} {message}", nameof(options));
            }
        }
    }
}
