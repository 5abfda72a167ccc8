using System.Net;
using FmeTyped.Tests.Sample;
using FmeTyped.Tests.Server;
using Microsoft.Extensions.Time.Testing;

namespace FmeTyped.Tests.Authentication;

public sealed class TokenProviderTests
{
    private const string First = "11111111FIRST";
    private const string Second = "22222222SECOND";
    private const string Ended = """{"id":42,"status":"SUCCESS"}""";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_read_that_is_refused_is_tried_once_more_with_a_new_token()
    {
        var tokens = new ScriptedTokens(First, Second);
        using var server = new StubServer().Answer(HttpStatusCode.Unauthorized).Answer(Ended).Answer(Ended);
        using FmeFlowClient fme = Client(server, tokens);

        Assert.Equal(42, (await fme.GetJob(42).GetRecordAsync(Token)).Id);
        await fme.GetJob(42).GetRecordAsync(Token);

        Assert.Equal([First], tokens.Refused);
        Assert.Equal(
            [$"fmetoken token={First}", $"fmetoken token={Second}", $"fmetoken token={Second}"], server.Requests.Select(request => request.Authorization));
        Assert.Single(server.Lines.Distinct());
    }

    [Fact]
    public async Task A_read_that_was_redirected_is_not_tried_again_since_the_redirect_dropped_the_token()
    {
        var tokens = new ScriptedTokens(First, Second);
        using var server = new StubServer().Do((request, _) =>
        {
            // As a handler does that follows redirects.
            request.RequestUri = new Uri("https://elsewhere.example.com/login");
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.Unauthorized) { Content = new StringContent("") });
        }).Answer(Ended);
        using FmeFlowClient fme = Client(server, tokens);

        var error = await Assert.ThrowsAsync<FmeUnauthorizedException>(() => fme.GetJob(42).GetRecordAsync(Token));

        Assert.Single(server.Requests);
        Assert.Empty(tokens.Refused);
        Assert.Contains("https://elsewhere.example.com/login", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_refusal_ends_it()
    {
        var tokens = new ScriptedTokens(First, Second);
        using var server = new StubServer().Answer(HttpStatusCode.Unauthorized).Answer(HttpStatusCode.Unauthorized);
        using FmeFlowClient fme = Client(server, tokens);

        var error = await Assert.ThrowsAsync<FmeUnauthorizedException>(() => fme.GetJob(42).GetRecordAsync(Token));

        Assert.Equal(2, server.Requests.Count);
        Assert.Equal(
            "Could not read job 42: the server answered 401 Unauthorized. The token provider was told, so that the next call has a new token. "
                + "If that is refused too, check what it is made for.",
            error.Message);
    }

    [Fact]
    public async Task Without_another_token_there_is_no_second_try()
    {
        using var server = new StubServer().Answer(HttpStatusCode.Unauthorized);
        using FmeFlowClient fme = Client(server, new ScriptedTokens(First));

        await Assert.ThrowsAsync<FmeUnauthorizedException>(() => fme.GetJob(42).GetRecordAsync(Token));

        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_submission_that_is_refused_is_not_sent_again_but_the_next_one_has_a_new_token()
    {
        var tokens = new ScriptedTokens(First, Second);
        using var server = new StubServer().Answer(HttpStatusCode.Unauthorized).Answer("""{"id":42}""");
        using FmeFlowClient fme = Client(server, tokens);

        var error = await Assert.ThrowsAsync<FmeUnauthorizedException>(() => fme.SubmitAsync(new AustinDownload(), Token));
        Assert.Single(server.Requests);
        Assert.Equal([First], tokens.Refused);
        Assert.Contains("Nothing was submitted.", error.Message, StringComparison.Ordinal);

        await fme.SubmitAsync(new AustinDownload(), Token);
        Assert.Equal($"fmetoken token={Second}", server.Requests[1].Authorization);
    }

    [Fact]
    public async Task Waiting_lives_through_a_token_that_expires()
    {
        var tokens = new ScriptedTokens(First, Second);
        using var server = new StubServer().Answer("""{"id":42}""").Answer(HttpStatusCode.Unauthorized).Answer(Ended);
        using FmeFlowClient fme = Client(server, tokens);

        FmeJobResult result = await fme.RunAsync(new AustinDownload(), cancellationToken: Token);

        Assert.True(result.Succeeded);
        Assert.Single(server.Lines, line => line.StartsWith("POST", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_token_that_went_out_lately_is_taken_out_of_errors()
    {
        using var server = new StubServer()
            .Answer(HttpStatusCode.Unauthorized)
            .Answer(HttpStatusCode.BadRequest, $$"""{"message":"{{First}} was replaced by {{Second}}"}""");
        using FmeFlowClient fme = Client(server, new ScriptedTokens(First, Second));

        var error = await Assert.ThrowsAsync<FmeException>(() => fme.GetJob(42).GetRecordAsync(Token));

        Assert.Equal("*** was replaced by ***", error.ServerMessage);
        Assert.DoesNotContain(First, error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Second, error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("with blank 04168b98")]
    [InlineData("04168b98\n")]
    [InlineData(null)]
    public async Task What_is_no_token_is_not_sent_and_not_shown(string? token)
    {
        using var server = new StubServer();
        using FmeFlowClient fme = Client(server, new ScriptedTokens(token!));

        var error = await Assert.ThrowsAsync<FmeUnauthorizedException>(() => fme.SubmitAsync(new AustinDownload(), Token));

        Assert.Empty(server.Requests);
        Assert.Contains("nothing was sent", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("04168b98", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_provider_that_fails_is_told_as_that()
    {
        using var server = new StubServer();
        using FmeFlowClient fme = Client(server, new ScriptedTokens { Instead = _ => throw new InvalidOperationException("The vault is shut") });

        var error = await Assert.ThrowsAsync<FmeUnauthorizedException>(() => fme.SubmitAsync(new AustinDownload(), Token));

        Assert.Equal("submit Samples/austinDownload.fmw", error.Operation);
        Assert.Contains("the token provider failed. The vault is shut.", error.Message, StringComparison.Ordinal);
        Assert.IsType<InvalidOperationException>(error.InnerException);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Asking_for_a_token_counts_towards_the_time_limit()
    {
        var time = new FakeTimeProvider();
        var asked = new TaskCompletionSource();
        using var server = new StubServer();
        using FmeFlowClient fme = Client(server, new ScriptedTokens { Instead = Hang }, time);

        Task<FmeJobRecord> reading = fme.GetJob(42).GetRecordAsync(Token);
        await asked.Task;
        time.Advance(TimeSpan.FromSeconds(100));

        await Assert.ThrowsAsync<FmeServerUnavailableException>(() => reading);

        async ValueTask<string> Hang(CancellationToken cancellationToken)
        {
            asked.SetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return First;
        }
    }

    [Fact]
    public async Task A_cancelled_call_does_not_wait_for_a_token()
    {
        using var cancellation = new CancellationTokenSource();
        using var server = new StubServer();
        using FmeFlowClient fme = Client(server, new ScriptedTokens { Instead = Hang });

        Task<FmeJobRecord> reading = fme.GetJob(42).GetRecordAsync(cancellation.Token);
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);

        static async ValueTask<string> Hang(CancellationToken cancellationToken)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return First;
        }
    }

    [Fact]
    public void A_client_has_a_token_or_a_provider_and_not_both()
    {
        using var server = new StubServer();

        var error = Assert.Throws<ArgumentException>(() => server.Client(configure: options => options.TokenProvider = new ScriptedTokens(First)));

        Assert.Equal("FmeFlowOptions.Token may not be set beside TokenProvider: a client has one of the two.", error.Message);
    }

    private static FmeFlowClient Client(StubServer server, FmeTokenProvider tokens, TimeProvider? time = null) => server.Client(time, options =>
    {
        options.Token = null;
        options.TokenProvider = tokens;
    });
}
