using System.Diagnostics;
using System.Net;
using System.Text;
using FmeTyped.Benchmarks.Measuring;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace FmeTyped.Benchmarks.Contestants;

/// <summary>A bare Kestrel in a process of its own that answers canned bytes: every submission gives a job, and every job has ended well.</summary>
internal sealed class CannedServer : IAsyncDisposable
{
    private static readonly byte[] NoJobs = """{"items":[],"totalCount":0,"limit":100,"offset":0}"""u8.ToArray();

    // What follows the id of a job.
    public static readonly byte[] Record = """
        ,"status":"success","statusMessage":"Translation Successful","featureOutputCount":12,"repository":"Samples",
        "workspace":"austinDownload.fmw","queue":"Default","queueType":"system","userName":"author","runtimeUsername":"author","engineName":"engine-1",
        "engineHost":"host-1","resultDatasetDownloadUrl":"","timeQueued":"2026-02-03T04:05:06Z","timeStarted":"2026-02-03T04:05:07Z",
        "timeFinished":"2026-02-03T04:05:09Z","elapsedTime":2000,"cpuTime":900,"cpuPercent":45.0,"peakMemoryUsage":5190544,"lineCount":70,"warningCount":1,
        "errorCount":0,"directives":{"fmetypedCorrelationKey":"0123456789abcdef0123456789abcdef"},"successTopics":[],"failureTopics":[],
        "publishedParameters":{"THEMES":["airports","cenart"],"COORDSYS":"LL84","FORMAT_GENERIC":"SHAPE","MINX":"-97.75","MINY":"30.25","MAXX":"-97.5",
        "MAXY":"42","BBOX_COORDSYS":"LL84"}}
        """u8.ToArray();

    private static long _lastId = 1_000_000;

    private readonly Process _process;

    private CannedServer(Process process, Uri url)
    {
        _process = process;
        Url = url;
    }

    public Uri Url { get; }

    /// <summary>Starts this program once more, as the server.</summary>
    public static async Task<CannedServer> StartAsync()
    {
        ProcessStartInfo start = Self.StartInfo("serve");
        start.RedirectStandardOutput = true;
        start.RedirectStandardInput = true;
        Process process = Process.Start(start)!;
        string url = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The server did not start.");
        return new CannedServer(process, new Uri(url));
    }

    /// <summary>Serves until the input ends, as it does when the program that started it is gone.</summary>
    public static async Task RunAsync()
    {
        await using WebApplication app = Build();
        await app.StartAsync();
        Console.WriteLine(app.Urls.Single());
        await Console.In.ReadToEndAsync();
        await app.StopAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static WebApplication Build()
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0));
        WebApplication app = builder.Build();
        app.Run(AnswerAsync);
        return app;
    }

    private static async Task AnswerAsync(HttpContext context)
    {
        HttpResponse response = context.Response;
        response.ContentType = "application/json";
        if (HttpMethods.IsPost(context.Request.Method))
        {
            await context.Request.Body.CopyToAsync(Stream.Null);
            await WriteAsync(response, Encoding.ASCII.GetBytes($"{{\"id\":{Interlocked.Increment(ref _lastId)}}}"));
        }
        else
        {
            // A job by its id, or its result; what else is asked for is a list of those that go on.
            string? id = context.Request.Path.Value!.Split('/').FirstOrDefault(segment => long.TryParse(segment, out _));
            await WriteAsync(response, id is null ? NoJobs : [.. "{\"id\":"u8, .. Encoding.ASCII.GetBytes(id), .. Record]);
        }
    }

    private static async Task WriteAsync(HttpResponse response, byte[] answer)
    {
        response.ContentLength = answer.Length;
        await response.BodyWriter.WriteAsync(answer);
    }
}
