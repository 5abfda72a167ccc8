using System.Net;
using System.Net.Sockets;
using System.Text;

namespace FmeTyped.Tests.Server;

/// <summary>Takes each request to its end, and then resets the connection instead of answering.</summary>
internal sealed class ResettingServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private int _requests;

    public ResettingServer()
    {
        _listener.Start();
        _ = ServeAsync();
    }

    public Uri Url => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    public int Requests => Volatile.Read(ref _requests);

    public void Dispose() => _listener.Dispose();

    private async Task ServeAsync()
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
                if (await ReadsWholeRequestAsync(socket))
                {
                    Interlocked.Increment(ref _requests);
                }

                socket.LingerState = new LingerOption(enable: true, seconds: 0);
            }
        }
    }

    private static async Task<bool> ReadsWholeRequestAsync(Socket socket)
    {
        var text = new StringBuilder();
        byte[] buffer = new byte[4096];
        while (!text.ToString().EndsWith("]}", StringComparison.Ordinal))
        {
            int read = await socket.ReceiveAsync(buffer);
            if (read == 0)
            {
                return false;
            }

            text.Append(Encoding.UTF8.GetString(buffer, 0, read));
        }

        return true;
    }
}
