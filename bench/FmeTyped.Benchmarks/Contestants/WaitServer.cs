using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace FmeTyped.Benchmarks.Contestants;

/// <summary>
/// A bare Kestrel with jobs that run as long as their directive <c>seconds</c> says. It knows when each ended, and how many requests were made for it. It holds
/// the answers that a server of version 4 holds.
/// </summary>
internal sealed class WaitServer : IAsyncDisposable
{
    private readonly ConcurrentDictionary<long, Job> _jobs = new();
    private readonly WebApplication _app;
    private long _lastId;

    private WaitServer()
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    public Uri Url => new(_app.Urls.Single());

    public static async Task<WaitServer> StartAsync()
    {
        var server = new WaitServer();
        await server._app.StartAsync();
        return server;
    }

    public Job Find(long id) => _jobs[id];

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        string path = context.Request.Path.Value!;
        if (HttpMethods.IsPost(context.Request.Method))
        {
            using JsonDocument body = await JsonDocument.ParseAsync(context.Request.Body);
            string seconds = body.RootElement.GetProperty("directives").GetProperty("seconds").GetString()!;
            var job = new Job(Interlocked.Increment(ref _lastId), TimeSpan.FromSeconds(double.Parse(seconds, CultureInfo.InvariantCulture)));
            _jobs[job.Id] = job;
            await WriteAsync(context, job, isHeld: path.EndsWith("/sync", StringComparison.Ordinal));
            return;
        }

        long id = path.Split('/').Select(part => long.TryParse(part, out long number) ? number : 0).Max();
        await WriteAsync(context, _jobs[id], isHeld: context.Request.Query["longPoll"] == "true");
    }

    private static async Task WriteAsync(HttpContext context, Job job, bool isHeld)
    {
        job.CountRequest();
        if (isHeld)
        {
            await job.End.WaitAsync(context.RequestAborted);
        }

        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync($$"""{"id":{{job.Id}},"status":"{{(job.End.IsCompleted ? "success" : "running")}}"}""");
    }

    internal sealed class Job
    {
        private int _requests;

        public Job(long id, TimeSpan duration)
        {
            Id = id;
            End = RunAsync(duration);
        }

        public long Id { get; }

        /// <summary>Its end, as a timestamp.</summary>
        public Task<long> End { get; }

        public int Requests => Volatile.Read(ref _requests);

        public void CountRequest() => Interlocked.Increment(ref _requests);

        private static async Task<long> RunAsync(TimeSpan duration)
        {
            await Task.Delay(duration);
            return TimeProvider.System.GetTimestamp();
        }
    }
}
