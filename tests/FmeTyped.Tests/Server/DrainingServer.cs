using System.Net;

namespace FmeTyped.Tests.Server;

/// <summary>Takes whatever is sent over a socket, counts its bytes, and says yes.</summary>
internal sealed class DrainingServer : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly byte[] _buffer = new byte[64 * 1024];

    public DrainingServer()
    {
        // A free port cannot be asked of this listener, so it is borrowed from another.
        using (var port = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0))
        {
            port.Start();
            Url = new Uri($"http://127.0.0.1:{((IPEndPoint)port.LocalEndpoint).Port}/");
        }

        _listener.Prefixes.Add(Url.AbsoluteUri);
        _listener.Start();
        _ = ServeAsync();
    }

    public Uri Url { get; }

    public long Received { get; private set; }

    public void Dispose() => _listener.Close();

    private async Task ServeAsync()
    {
        while (true)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
            {
                return; // The test is over.
            }

            while (await context.Request.InputStream.ReadAsync(_buffer) is > 0 and int read)
            {
                Received += read;
            }

            context.Response.StatusCode = 202;
            context.Response.Close("""{"id":42,"status":"SUCCESS"}"""u8.ToArray(), willBlock: false);
        }
    }
}
