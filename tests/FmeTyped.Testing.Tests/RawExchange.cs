using System.Net.Sockets;
using System.Text;

namespace FmeTyped.Testing.Tests;

/// <summary>Bytes over a socket, which no client library mends.</summary>
internal static class RawExchange
{
    /// <summary>Sends bytes, and all that comes until the server closes the connection.</summary>
    /// <param name="server">The server.</param>
    /// <param name="request">The bytes.</param>
    /// <param name="isCutOff">Whether nothing more is to come, which the server may take for the end of the caller.</param>
    public static async Task<string> SendAsync(Uri server, byte[] request, bool isCutOff = false)
    {
        using var connection = new TcpClient();
        await connection.ConnectAsync(server.Host, server.Port, TestContext.Current.CancellationToken);
        NetworkStream stream = connection.GetStream();
        using var received = new MemoryStream();
        try
        {
            await stream.WriteAsync(request, TestContext.Current.CancellationToken);
            if (isCutOff)
            {
                connection.Client.Shutdown(SocketShutdown.Send);
            }

            await stream.CopyToAsync(received, TestContext.Current.CancellationToken);
        }
        catch (Exception fault) when (fault is IOException or SocketException)
        {
            // The server may reset the connection after its answer.
        }

        return Encoding.Latin1.GetString(received.ToArray());
    }
}
