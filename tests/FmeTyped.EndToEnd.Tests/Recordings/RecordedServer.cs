using FmeTyped.Tool.Masking;
using FmeTyped.Tool.Recording;
using FmeTyped.Tool.Serving;
using FmeTyped.Tool.Terminal;

namespace FmeTyped.EndToEnd.Tests.Recordings;

/// <summary>A server behind a recorder.</summary>
internal sealed class RecordedServer : IAsyncDisposable
{
    private readonly Recorder _recorder;
    private readonly LoopbackServer _listener;

    private RecordedServer(Recorder recorder, LoopbackServer listener)
    {
        _recorder = recorder;
        _listener = listener;
    }

    /// <summary>Where clients reach it.</summary>
    public Uri Url => _listener.Url;

    /// <param name="server">The server's address.</param>
    /// <param name="handler">Sends requests to it.</param>
    /// <param name="folder">Where the recording is written.</param>
    /// <param name="withValues">Whether values stay.</param>
    /// <param name="console">Receives what the recorder prints.</param>
    public static async Task<RecordedServer> StartAsync(Uri server, HttpMessageHandler handler, string folder, bool withValues, TextWriter console)
    {
        var text = new TextMask(server, withValues);
        var output = new Output(TextWriter.Synchronized(console), TextWriter.Synchronized(console), Terminal: null);
        var recorder = new Recorder(server, RecordingFolder.Create(folder, text, new SecretParameters([])), output, TimeProvider.System, handler);
        LoopbackServer listener = await LoopbackServer.StartAsync(0, recorder.InvokeAsync, TestContext.Current.CancellationToken);
        text.RecorderAuthority = listener.Url.Authority;
        return new RecordedServer(recorder, listener);
    }

    public async ValueTask DisposeAsync()
    {
        await _listener.DisposeAsync();
        _recorder.Dispose();
    }
}
