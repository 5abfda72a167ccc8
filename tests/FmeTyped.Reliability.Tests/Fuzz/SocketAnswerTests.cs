using System.Net.Sockets;
using System.Text;
using FmeTyped.Reliability.Tests.Server;

namespace FmeTyped.Reliability.Tests.Fuzz;

/// <summary>Answers that only a socket can give, since no handler in memory makes them: wrong lengths, broken chunks, headers that are none.</summary>
public sealed class SocketAnswerTests
{
    private const string Token = "0123456789abcdef0123456789abcdef01234567";

    public static TheoryData<string, string> Answers => new()
    {
        { "nothing", "" },
        { "no HTTP", "SSH-2.0-OpenSSH_9.6\r\n" },
        { "an older HTTP", "HTTP/0.9 200 OK\r\n\r\n{\"id\":7}" },
        { "half of a status line", "HTTP/1.1 20" },
        { "a status that is no number", "HTTP/1.1 abc OK\r\n\r\n" },
        { "a header without a colon", "HTTP/1.1 200 OK\r\nfmetoken " + Token + "\r\nContent-Length: 8\r\n\r\n{\"id\":7}" },
        { "a header that echoes the token", "HTTP/1.1 200 OK\r\n token=" + Token + "\r\nContent-Length: 8\r\n\r\n{\"id\":7}" },
        { "more length than there is", "HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n{\"id\":7}" },
        { "a length that is no number", "HTTP/1.1 200 OK\r\nContent-Length: x" + Token + "\r\n\r\n{\"id\":" },
        { "two lengths", "HTTP/1.1 200 OK\r\nContent-Length: 3\r\nContent-Length: 8\r\n\r\n{\"id\":7}" },
        { "a chunk whose size is no number", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nx" + Token + "\r\n{\"id\":7}\r\n0\r\n\r\n" },
        { "a chunk that breaks off", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff\r\n{\"id\":7}" },
        { "a chunk without an end", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\n{\"id\r\n" },
        { "headers without an end", "HTTP/1.1 200 OK\r\n" + string.Concat(Enumerable.Repeat("X-A: 0123456789\r\n", 20_000)) },
        { "a redirect that leads nowhere", "HTTP/1.1 302 Found\r\nLocation: http://[\r\nContent-Length: 0\r\n\r\n" },
        { "a redirect to itself with the token", "HTTP/1.1 303 See Other\r\nLocation: ?token=" + Token + "\r\nContent-Length: 0\r\n\r\n" },
        { "an interim answer and no more", "HTTP/1.1 100 Continue\r\n\r\n" },
    };

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task A_submission_leaves_once_and_its_outcome_is_unknown_or_refused(string name, string answer)
    {
        using var server = new Answering(answer);
        using FmeFlowClient fme = ClientOf(server);

        var error = await Assert.ThrowsAnyAsync<FmeException>(() => fme.SubmitAsync(Scene.Request, Cancelled));

        Assert.True(server.Submissions <= 1, name);
        Assert.True(error is FmeSubmissionUnknownException || name.StartsWith("a redirect that", StringComparison.Ordinal), $"{name}: {error}");
        AssertHidden(error);
    }

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task A_read_ends_in_an_error_that_is_documented(string name, string answer)
    {
        using var server = new Answering(answer);
        using FmeFlowClient fme = ClientOf(server);

        AssertHidden(await Assert.ThrowsAnyAsync<FmeException>(() => fme.GetJob(8).GetRecordAsync(Cancelled)));
        Exception? error = await Record.ExceptionAsync(() => fme.GetJob(8).GetLogAsync(Cancelled));
        Assert.True(error is null or FmeException, $"{name}: {error}");
        AssertHidden(error);
    }

    private static FmeFlowClient ClientOf(Answering server) =>
        new(new FmeFlowOptions { ServerUrl = server.Url, Token = Token, ApiVersion = FmeApiVersion.V4 });

    private static void AssertHidden(Exception? error) => Assert.DoesNotContain(Token, $"{error}", StringComparison.Ordinal);

    /// <summary>Reads a request to its end, answers the same to each, and closes.</summary>
    private sealed class Answering(string answer) : SocketServer
    {
        private int _submissions;

        public int Submissions => Volatile.Read(ref _submissions);

        protected override async Task ServeAsync(Socket socket)
        {
            var request = new StringBuilder();
            byte[] buffer = new byte[8192];
            while (!IsWhole(request.ToString()) && await socket.ReceiveAsync(buffer) is > 0 and int count)
            {
                request.Append(Encoding.Latin1.GetString(buffer, 0, count));
            }

            if (request.ToString().StartsWith("POST", StringComparison.Ordinal))
            {
                Interlocked.Increment(ref _submissions);
            }

            await socket.SendAsync(Encoding.Latin1.GetBytes(answer));
            socket.Shutdown(SocketShutdown.Send);
        }

        private static bool IsWhole(string request)
        {
            int end = request.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            int length = request.IndexOf("Content-Length: ", StringComparison.OrdinalIgnoreCase);
            return end >= 0 && (length < 0
                || request.Length - end - 4 >= int.Parse(
                    request[(length + 16)..request.IndexOf('\r', length)], System.Globalization.CultureInfo.InvariantCulture));
        }
    }
}
