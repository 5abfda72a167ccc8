using System.Net.Sockets;
using System.Text;
using FmeTyped.Tests.Authentication;
using FmeTyped.Tests.Sample;
using FmeTyped.Tests.Server;

namespace FmeTyped.Tests.Client;

/// <summary>Exceptions of other libraries travel along as inner ones, and tell no secret either.</summary>
public sealed class SecretsInCausesTests
{
    private const string Password = "PASSWORDmarker91";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static string Basic => Convert.ToBase64String(Encoding.UTF8.GetBytes($"admin:{Password}"));

    private static Func<string, Exception>[] Causes =>
    [
        secret => new HttpRequestException($"Received an invalid header line: 'X {secret}'."),
        secret => new HttpRequestException("outside", new IOException(secret)),
        secret => new HttpRequestException("outside", new AggregateException(new IOException("first"), new IOException(secret))),
        secret => new HttpRequestException("outside") { Data = { ["sent"] = secret } },
        secret => new HttpRequestException("outside", new IOException("inside") { Data = { [secret] = 1 } }),
        secret => new HttpRequestException("outside") { HelpLink = secret },
        secret => new Telling(secret),
        secret => new AggregateException(new Telling(secret)),
        secret => new TaskCanceledException(secret),
    ];

    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, Causes.Length)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public async Task A_tokens_echo_shows_in_none_of_them(int number)
    {
        Func<string, Exception> cause = Causes[number];
        using var server = new StubServer().Fail(cause(Tokens.Marker)).Fail(cause(Uri.EscapeDataString(Tokens.Marker)));
        using FmeFlowClient fme = server.Client();

        AssertHidden(await Assert.ThrowsAsync<FmeServerUnavailableException>(() => fme.GetJob(5).GetRecordAsync(Token)), Tokens.Marker);
        AssertHidden(await Assert.ThrowsAsync<FmeSubmissionUnknownException>(() => fme.SubmitAsync(new AustinDownload(), Token)), Tokens.Marker);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Nor_does_a_password(bool isEncoded)
    {
        string echo = isEncoded ? Basic : $"admin:{Password}";
        using var server = new StubServer().Fail(new HttpRequestException($"Received an invalid header line: 'Authorization Basic {echo}'."));
        using FmeFlowClient fme = server.Client();

        FmeException error =
            await Assert.ThrowsAnyAsync<FmeException>(() => new FmeFlowAdministration(fme).CreateTokenAsync("admin", Password, cancellationToken: Token));

        AssertHidden(error, echo);
        AssertHidden(error, Password);
    }

    [Fact]
    public async Task What_a_token_provider_fails_with_shows_no_token_either()
    {
        int calls = 0;
        var tokens = new ScriptedTokens { Instead = _ => ++calls == 1 ? new(Tokens.Marker) : throw new InvalidOperationException($"{Tokens.Marker} is over") };
        using var server = new StubServer().Answer("""{"id":42,"status":"SUCCESS"}""");
        using FmeFlowClient fme = server.Client(configure: options =>
        {
            options.Token = null;
            options.TokenProvider = tokens;
        });
        await fme.GetJob(42).GetRecordAsync(Token);

        AssertHidden(await Assert.ThrowsAsync<FmeUnauthorizedException>(() => fme.GetJob(42).GetRecordAsync(Token)), Tokens.Marker);
    }

    [Fact]
    public async Task Nor_does_a_cancelled_call()
    {
        using var cancellation = new CancellationTokenSource();
        using var server = new StubServer().Do((_, _) =>
        {
            cancellation.Cancel();
            throw new HttpRequestException(Tokens.Marker);
        });
        using FmeFlowClient fme = server.Client();

        AssertHidden(await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fme.GetJob(42).GetRecordAsync(cancellation.Token)), Tokens.Marker);
    }

    [Fact]
    public async Task What_stands_in_keeps_type_words_and_the_harmless_causes()
    {
        var socket = new SocketException((int)SocketError.ConnectionReset);
        using var server = new StubServer().Fail(new HttpRequestException($"header {Tokens.Marker} broke", socket));
        using FmeFlowClient fme = server.Client();

        var error = await Assert.ThrowsAsync<FmeServerUnavailableException>(() => fme.GetJob(5).GetRecordAsync(Token));

        Assert.Contains("header *** broke", error.Message, StringComparison.Ordinal);
        Assert.Equal("System.Net.Http.HttpRequestException: header *** broke", error.InnerException!.Message);
        Assert.Contains("System.Net.Http.HttpRequestException: header *** broke", error.ToString(), StringComparison.Ordinal);
        Assert.Contains(nameof(StubServer), error.InnerException.StackTrace, StringComparison.Ordinal);
        Assert.Same(socket, error.InnerException.InnerException);
    }

    [Fact]
    public async Task What_tells_none_stays_as_it_is()
    {
        var cause = new HttpRequestException("broke", new AggregateException(new SocketException(1)));
        using var server = new StubServer().Fail(cause);
        using FmeFlowClient fme = server.Client();

        Assert.Same(cause, (await Assert.ThrowsAsync<FmeServerUnavailableException>(() => fme.GetJob(5).GetRecordAsync(Token))).InnerException);
    }

    private static void AssertHidden(Exception error, string secret)
    {
        Assert.DoesNotContain(secret, error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(secret, $"{error.Message} {error.HelpLink} {error.Source} {error.StackTrace}", StringComparison.Ordinal);
        foreach (System.Collections.DictionaryEntry entry in error.Data)
        {
            Assert.DoesNotContain(secret, $"{entry.Key} {entry.Value}", StringComparison.Ordinal);
        }

        IReadOnlyList<Exception> within = error is AggregateException all ? all.InnerExceptions : error.InnerException is { } one ? [one] : [];
        foreach (Exception inner in within)
        {
            AssertHidden(inner, secret);
        }
    }

    /// <summary>An exception that tells more as a text than in its message.</summary>
    private sealed class Telling(string secret) : Exception("nothing")
    {
        public override string ToString() => secret;
    }
}
