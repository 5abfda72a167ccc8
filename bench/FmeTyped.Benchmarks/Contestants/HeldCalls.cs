using System.Net;

namespace FmeTyped.Benchmarks.Contestants;

/// <summary>
/// A server without a network. It answers only when the caller waits, so that every async method keeps its state as it does over a network, and it answers on
/// the caller's thread, so that a call is the work of one thread and nothing else.
/// </summary>
internal sealed class HeldCalls : HttpMessageHandler
{
    private readonly byte[] _submitted = "{\"id\":4711}"u8.ToArray();

    private TaskCompletionSource<HttpResponseMessage>? _held;
    private bool _isSubmission;

    /// <summary>Where the requests go, as the clients see it.</summary>
    public static Uri Url { get; } = new("http://fme.example.com");

    /// <summary>The record of the job.</summary>
    public static byte[] Record { get; } = [.. "{\"id\":4711"u8, .. CannedServer.Record];

    /// <summary>Makes one call, from its start to its end.</summary>
    public void Run(ICaller caller)
    {
        Task call = caller.RunAsync(CancellationToken.None);
        while (_held is { } held)
        {
            _held = null;
            held.SetResult(Answer());
        }

        call.GetAwaiter().GetResult();
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        _isSubmission = request.Content is not null;
        request.Content?.CopyToAsync(Stream.Null, cancellationToken).GetAwaiter().GetResult();
        _held = new TaskCompletionSource<HttpResponseMessage>();
        return _held.Task;
    }

    private HttpResponseMessage Answer() =>
        new(HttpStatusCode.OK) { Content = new ByteArrayContent(_isSubmission ? _submitted : Record) { Headers = { { "Content-Type", "application/json" } } } };
}
