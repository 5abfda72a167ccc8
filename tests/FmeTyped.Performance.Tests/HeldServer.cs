using System.Diagnostics;
using System.Net;
using System.Runtime.CompilerServices;

namespace FmeTyped.Performance.Tests;

/// <summary>
/// A server without a network, that answers canned bytes when it is told to. Until then the caller waits, so that every async method on the way has to keep its
/// state as it does over a network; and since it is told by the caller's own thread, all of the call happens on that thread, where its bytes can be counted
/// exactly.
/// </summary>
internal sealed class HeldServer : HttpMessageHandler
{
    public static readonly Uri Url = new("https://fme.example.com");

    private static readonly byte[] Submitted = """{"id":4711}"""u8.ToArray();

    private static readonly byte[] Record = """
        {"id":4711,"status":"success","statusMessage":"Translation Successful","featureOutputCount":12,"repository":"Samples","workspace":"austinDownload.fmw",
        "queue":"Default","queueType":"Standard","userName":"author","engineName":"engine-1","engineHost":"host-1","resultDatasetDownloadUrl":"",
        "timeQueued":"2026-02-03T04:05:06Z","timeStarted":"2026-02-03T04:05:07Z","timeFinished":"2026-02-03T04:05:09Z",
        "elapsedTime":2000,"cpuTime":900,"cpuPercent":45.0,"peakMemoryUsage":5190544,"lineCount":70,"warningCount":1,"errorCount":0,
        "directives":{"fmetypedCorrelationKey":"0123456789abcdef0123456789abcdef"},"successTopics":[],"failureTopics":[],
        "publishedParameters":{"THEMES":["airports","cenart"],"COORDSYS":"LL84","FORMAT_GENERIC":"SHAPE","MINX":"-97.75",
        "MINY":"30.25","MAXX":"-97.5","MAXY":"42","BBOX_COORDSYS":"LL84"}}
        """u8.ToArray();

    private TaskCompletionSource<HttpResponseMessage>? _held;

    /// <summary>Whether to answer at once, so that everything stays on the caller's stack.</summary>
    public bool IsPrompt { get; init; }

    /// <summary>The async methods on the stack when a request came in: their declaring types, the innermost first.</summary>
    public List<IReadOnlyList<string>> Frames { get; } = [];

    /// <summary>Runs a call from its start to its end, answering whenever it waits.</summary>
    public T Run<T>(Func<Task<T>> call)
    {
        // Without a context a continuation runs where its answer is given.
        SynchronizationContext? context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            Task<T> task = call();
            while (_held is { } held)
            {
                _held = null;
                held.SetResult(Answer());
            }

            Assert.True(task.IsCompleted, "The call waits for something else than the server.");
            return task.GetAwaiter().GetResult();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        _isSubmission = request.Method == HttpMethod.Post;
        if (request.Content is { } body)
        {
            body.CopyToAsync(Stream.Null, cancellationToken).GetAwaiter().GetResult();
        }

        if (IsPrompt)
        {
            Frames.Add(AsyncFrames());
            return Task.FromResult(Answer());
        }

        _held = new TaskCompletionSource<HttpResponseMessage>();
        return _held.Task;
    }

    private bool _isSubmission;

    private HttpResponseMessage Answer() =>
        new(HttpStatusCode.OK) { Content = new ByteArrayContent(_isSubmission ? Submitted : Record) { Headers = { { "Content-Type", "application/json" } } } };

    // An async method is on the stack as the MoveNext of its state machine.
    private static List<string> AsyncFrames() =>
    [
        .. new StackTrace().GetFrames()
            .Select(frame => frame.GetMethod())
            .Where(method => method is { Name: "MoveNext", DeclaringType: { } type } && typeof(IAsyncStateMachine).IsAssignableFrom(type))
            .Select(method => method!.DeclaringType!)
            .Where(type => type.Assembly != typeof(HttpClient).Assembly)
            .Select(type => type.FullName!),
    ];
}
