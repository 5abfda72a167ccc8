using System.Net.Sockets;
using System.Text;

namespace FmeTyped.Tests.Server;

/// <summary>Tells its build, and takes each submission to its end, and then resets the connection instead of answering.</summary>
internal sealed class ResettingServer : SocketServer
{
    private static readonly byte[] Version =
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 21\r\nConnection: close\r\n\r\n{\"buildNumber\":26018}"u8.ToArray();

    private int _requests;

    /// <summary>The submissions that came whole.</summary>
    public int Requests => Volatile.Read(ref _requests);

    protected override async Task ServeAsync(Socket socket)
    {
        string request = await GetRequestAsync(socket);
        if (request.StartsWith("GET", StringComparison.Ordinal))
        {
            await socket.SendAsync(Version);
            return;
        }

        if (request.Length > 0)
        {
            Interlocked.Increment(ref _requests);
        }

        socket.LingerState = new LingerOption(enable: true, seconds: 0);
    }

    // A question ends with its headers, a submission with its body.
    private static async Task<string> GetRequestAsync(Socket socket)
    {
        string text = "";
        byte[] buffer = new byte[4096];
        while (!(text.StartsWith("GET", StringComparison.Ordinal) ? text.EndsWith("\r\n\r\n", StringComparison.Ordinal) : text is [.., ']' or '}', '}']))
        {
            int read = await socket.ReceiveAsync(buffer);
            if (read == 0)
            {
                return "";
            }

            text += Encoding.UTF8.GetString(buffer, 0, read);
        }

        return text;
    }
}
