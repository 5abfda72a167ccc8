using System.Net.Sockets;
using System.Text;

namespace FmeTyped.Tests.Server;

/// <summary>Takes whatever is sent over a socket, counts its bytes in a memory that does not grow, and says yes.</summary>
internal sealed class DrainingServer : SocketServer
{
    private static readonly byte[] Yes =
        "HTTP/1.1 202 Accepted\r\nContent-Type: application/json\r\nContent-Length: 28\r\nConnection: close\r\n\r\n{\"id\":42,\"status\":\"SUCCESS\"}"u8
            .ToArray();

    private readonly byte[] _buffer = new byte[64 * 1024];

    /// <summary>How many bytes came, heads and frames among them.</summary>
    public long Received { get; private set; }

    protected override async Task ServeAsync(Socket socket)
    {
        await DrainAsync(socket);
        await socket.SendAsync(Yes);
    }

    private async Task DrainAsync(Socket socket)
    {
        int read = await socket.ReceiveAsync(_buffer);
        Received += read;
        string start = Encoding.Latin1.GetString(_buffer, 0, read);
        int headLength = start.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4;
        int lengthAt = start.IndexOf("Content-Length: ", StringComparison.Ordinal);
        long missing = lengthAt < 0 || lengthAt > headLength ? long.MaxValue : headLength + long.Parse(start[(lengthAt + 16)..].Split('\r')[0], null) - read;

        // A body in pieces ends with an empty one.
        while (missing > 0 && !(missing > long.MaxValue / 2 && _buffer.AsSpan(0, read).EndsWith("0\r\n\r\n"u8)))
        {
            read = await socket.ReceiveAsync(_buffer);
            if (read == 0)
            {
                return;
            }

            Received += read;
            missing -= read;
        }
    }
}
