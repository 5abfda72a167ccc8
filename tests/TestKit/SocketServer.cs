using System.Net;
using System.Net.Sockets;

namespace FmeTyped.TestKit;

/// <summary>A server on a raw socket, for behaviour that no HTTP server has. It accepts one connection after the other, and closes each.</summary>
public abstract class SocketServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    protected SocketServer()
    {
        _listener.Start();
        _ = AcceptAsync();
    }

    public Uri Url => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    public void Dispose()
    {
        _listener.Dispose();
        GC.SuppressFinalize(this);
    }

    protected abstract Task ServeAsync(Socket socket);

    private async Task AcceptAsync()
    {
        while (true)
        {
            Socket socket;
            try
            {
                socket = await _listener.AcceptSocketAsync();
            }
            catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
            {
                return; // The test is over.
            }

            using (socket)
            {
                await ServeAsync(socket);
            }
        }
    }
}
