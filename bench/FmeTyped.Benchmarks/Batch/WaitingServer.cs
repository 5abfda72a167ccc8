using System.Net;
using System.Text;
using FmeTyped.Benchmarks.Fme.Samples;
using FmeTyped.Benchmarks.Orders;

namespace FmeTyped.Benchmarks.Batch;

/// <summary>A server without a network that takes every job, and has none end.</summary>
internal sealed class WaitingServer : HttpMessageHandler
{
    private static readonly Uri Url = new("http://fme.example.com");

    private readonly TaskCompletionSource _hasAll = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly int _jobs;
    private int _lastId;

    private WaitingServer(int jobs) => _jobs = jobs;

    /// <summary>How many bytes a batch holds for each job that it waits for, with the job's request. The source has no end.</summary>
    /// <param name="jobs">How many jobs.</param>
    public static async Task<double> BytesOfAJobAsync(int jobs)
    {
        using var server = new WaitingServer(jobs);
        using var http = new HttpClient(server);
        using var client = new FmeFlowClient(new FmeFlowOptions { ServerUrl = Url, Token = "secret", ApiVersion = FmeApiVersion.V4 }, http);
        var rarely = new FmeWaitOptions { InitialDelay = TimeSpan.FromDays(1), MaximumDelay = TimeSpan.FromDays(1) };
        var options = new FmeBatchOptions<AustinDownload> { MaximumJobsInFlight = jobs, Wait = rarely };
        using var stop = new CancellationTokenSource();
        long before = GC.GetTotalMemory(forceFullCollection: true);
        Task batch = ReadAsync(client.RunAllAsync(Endless(), options, stop.Token));
        await server._hasAll.Task;
        double bytes = (GC.GetTotalMemory(forceFullCollection: true) - before) / (double)jobs;
        await stop.CancelAsync();
        await batch;
        return bytes;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is null)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        }

        int id = Interlocked.Increment(ref _lastId);
        if (id == _jobs)
        {
            _hasAll.SetResult();
        }

        return new HttpResponseMessage(HttpStatusCode.Accepted) { Content = new StringContent($"{{\"id\":{id}}}", Encoding.UTF8, "application/json") };
    }

    private static IEnumerable<AustinDownload> Endless()
    {
        while (true)
        {
            yield return AustinOrders.Typed();
        }
    }

    private static async Task ReadAsync(IAsyncEnumerable<FmeBatchItem<AustinDownload>> items)
    {
        try
        {
            await foreach (FmeBatchItem<AustinDownload> item in items)
            {
                throw new InvalidOperationException($"A job has ended as {item.Outcome}.");
            }
        }
        catch (OperationCanceledException)
        {
            return; // As it was meant to end.
        }
    }
}
