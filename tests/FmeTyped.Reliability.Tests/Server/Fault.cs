using System.Net.Sockets;

namespace FmeTyped.Reliability.Tests.Server;

/// <summary>Something that happens to requests, from the first on if nothing else is said.</summary>
internal sealed record Fault(string Name, Func<Network.Call, Task<HttpResponseMessage>> Answer)
{
    /// <summary>The first request that it happens to.</summary>
    public int First { get; init; } = 1;

    /// <summary>The last request that it happens to.</summary>
    public int Last { get; init; } = int.MaxValue;

    /// <summary>Whether the job does not end.</summary>
    public bool JobNeverEnds { get; init; }

    /// <summary>Whether the caller's token is cancelled by it.</summary>
    public bool Cancels { get; init; }

    /// <summary>Everything that can go wrong.</summary>
    /// <param name="cancel">Cancels the caller's token.</param>
    public static IEnumerable<Fault> All(Action cancel)
    {
        yield return new("connection refused", static _ => throw Broken(SocketError.ConnectionRefused));
        yield return new("reset before the request was sent", static _ => throw Broken(SocketError.ConnectionReset));
        yield return new("reset after the request was sent", static async call =>
        {
            await call.LoseAsync().ConfigureAwait(false);
            throw Broken(SocketError.ConnectionReset);
        });
        yield return new(
            "reset in the middle of the response", static call => call.PassAsync(0.5, static _ => throw new IOException("The response ended prematurely.")));
        yield return new("stalled headers", static async call =>
        {
            await call.LoseAsync().ConfigureAwait(false);
            await call.Time.StallAsync(call.Token).ConfigureAwait(false);
            throw new InvalidOperationException("A stall ends by cancellation only.");
        });
        yield return new("stalled body", static call => call.PassAsync(0.5, call.Time.StallAsync));
        yield return new("half of the response, as if it were complete", static call => call.PassAsync(0.5, atEnd: null));
        yield return new(
            "a web page (200)", static call => call.AnswerAsync(200, "text/html", "<!DOCTYPE html><html><title>Planned maintenance</title></html>"));
        yield return new("a login page (200)", static call => call.AnswerAsync(
            200,
            "text/html",
            "<!DOCTYPE html><html><body><form method=\"post\">Sign in<input name=\"user\"><input name=\"password\" type=\"password\"></form></body></html>"));
        yield return Status(401);
        yield return Status(401) with { Name = "401 from the second request on", First = 2 };
        yield return Status(403);
        yield return Status(404);
        yield return Status(409);
        yield return Status(422);
        yield return Status(429, TimeSpan.FromSeconds(30)) with { Name = "429 with Retry-After" };
        yield return Status(500);
        yield return Status(502);
        yield return Status(503);
        yield return new(
            "502 with a message that is not UTF-8",
            static call => call.AnswerAsync(502, "application/json", [.. "{\"message\":\"bad "u8, 0xFF, .. " gateway\"}"u8]));
        yield return new("502 with half of a surrogate pair", static call => call.AnswerAsync(502, "application/json", """{"message":"bad \ud83d gateway"}"""));
        yield return new("a response that begins with half of a surrogate pair", static call => call.PassAsync(static body => body is [(byte)'{', .. var rest]
            ? [.. "{\"\\ud83d\":\"\\ud83d\""u8, .. rest is [(byte)'}', ..] ? ""u8 : ","u8, .. rest]
            : body));
        yield return new("slow: a minute for each response", static async call =>
        {
            await Task.Delay(TimeSpan.FromMinutes(1), call.Time, call.Token).ConfigureAwait(false);
            return await call.PassAsync().ConfigureAwait(false);
        });
        yield return new("token cancelled before the request was sent", call => CancelAsync(call, cancel)) { Cancels = true };
        yield return new("token cancelled after the request was sent", async call =>
        {
            await call.LoseAsync().ConfigureAwait(false);
            return await CancelAsync(call, cancel).ConfigureAwait(false);
        }) { Cancels = true };
        yield return new("a job that does not end, up to the deadline", static call => call.PassAsync()) { JobNeverEnds = true };
    }

    public static Fault Status(int status, TimeSpan? retryAfter = null) =>
        new($"{status}", call => call.AnswerAsync(status, "application/json", $$"""{"message":"told to answer {{status}}"}""", retryAfter));

    private static async Task<HttpResponseMessage> CancelAsync(Network.Call call, Action cancel)
    {
        cancel();
        call.Token.ThrowIfCancellationRequested();
        return await call.PassAsync().ConfigureAwait(false); // A clean-up, which is not the caller's any more.
    }

    private static HttpRequestException Broken(SocketError error) => new(
        error == SocketError.ConnectionRefused ? HttpRequestError.ConnectionError : HttpRequestError.ResponseEnded,
        error.ToString(),
        new SocketException((int)error));
}
