namespace FmeTyped;

/// <summary>Batches of requests that are in memory, or come from a sequence that is not asynchronous.</summary>
public static class FmeBatchExtensions
{
    /// <summary>Runs many workspaces, and returns the outcome of each as soon as it is known.</summary>
    /// <typeparam name="T">The type of the requests.</typeparam>
    /// <param name="client">The client.</param>
    /// <param name="requests">What to run.</param>
    /// <param name="options">How to run them; null for the defaults.</param>
    /// <param name="cancellationToken">Stops the batch, but not the jobs that exist.</param>
    /// <returns>The items, in the order in which their outcomes become known.</returns>
    public static IAsyncEnumerable<FmeBatchItem<T>> RunAllAsync<T>(
        this FmeFlowClient client, IEnumerable<T> requests, FmeBatchOptions<T>? options = null, CancellationToken cancellationToken = default)
        where T : IFmeRequest
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(requests);
        return client.RunAllAsync(OneByOneAsync(requests), options, cancellationToken);
    }

    /// <summary>Submits many jobs without waiting for them, and returns the outcome of each submission as soon as it is known.</summary>
    /// <typeparam name="T">The type of the requests.</typeparam>
    /// <param name="client">The client.</param>
    /// <param name="requests">What to submit.</param>
    /// <param name="options">How to submit them; null for the defaults. The wait options are ignored here.</param>
    /// <param name="cancellationToken">Stops the batch.</param>
    /// <returns>The items, in the order in which their outcomes become known.</returns>
    public static IAsyncEnumerable<FmeBatchItem<T>> SubmitAllAsync<T>(
        this FmeFlowClient client, IEnumerable<T> requests, FmeBatchOptions<T>? options = null, CancellationToken cancellationToken = default)
        where T : IFmeRequest
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(requests);
        return client.SubmitAllAsync(OneByOneAsync(requests), options, cancellationToken);
    }

    private static async IAsyncEnumerable<T> OneByOneAsync<T>(IEnumerable<T> requests)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        foreach (T request in requests)
        {
            yield return request;
        }
    }
}
