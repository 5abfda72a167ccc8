using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using FmeTyped.Tests.Server;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;

namespace FmeTyped.Tests.Authentication;

public sealed class UserTokenTests
{
    private const string Password = "PASSWORDmarker91";
    private const string Ended = """{"id":42,"status":"SUCCESS"}""";

    private static readonly string Basic = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"admin:{Password}"));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_token_is_made_with_the_password_and_used_from_then_on()
    {
        using var server = new StubServer().Answer(HttpStatusCode.Created, Made("aaa1")).Answer(Ended).Answer(Ended);
        using FmeFlowClient fme = Client(server);

        await fme.GetJob(42).GetRecordAsync(Token);
        await fme.GetJob(42).GetRecordAsync(Token);

        Assert.Equal("POST /fmerest/v3/tokens", server.Lines.First());
        Assert.Equal([Basic, "fmetoken token=aaa1", "fmetoken token=aaa1"], server.Requests.Select(request => request.Authorization));
        JsonObject body = JsonNode.Parse(server.Requests[0].Body)!.AsObject();
        Assert.Equal(["name", "description", "enabled", "restricted", "expirationTimeout", "user"], body.Select(member => member.Key));
        Assert.Equal(3600, (int)body["expirationTimeout"]!);
        Assert.Equal("admin", (string)body["user"]!);
        Assert.StartsWith("FmeTyped-", (string)body["name"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_version_for_it_is_asked_for_with_the_password_since_there_is_no_token_yet()
    {
        const string Build = """{"buildNumber":26018}""";
        using var server = new StubServer().Answer(Build).Answer(HttpStatusCode.Created, Made("aaa1")).Answer(Build).Answer(Ended);
        using FmeFlowClient fme = Client(server, configure: options => options.ApiVersion = FmeApiVersion.Auto);

        await fme.GetJob(42).GetRecordAsync(Token);

        Assert.Equal(["GET /fmeinfo/version", "POST /fmeapiv4/tokens", "GET /fmeinfo/version", "GET /fmeapiv4/jobs/42"], server.Lines);
        Assert.Equal([Basic, Basic, "fmetoken token=aaa1", "fmetoken token=aaa1"], server.Requests.Select(request => request.Authorization));
        Assert.Equal(
            ["name", "description", "enabled", "customPermissions", "secondsToExpiry"],
            JsonNode.Parse(server.Requests[1].Body)!.AsObject().Select(member => member.Key));
    }

    [Fact]
    public async Task On_a_server_without_tokens_in_its_REST_API_the_token_service_makes_it()
    {
        var time = new FakeTimeProvider();
        using var server = new StubServer()
            .Answer(HttpStatusCode.NotFound).Answer(HttpStatusCode.OK, "aaa1\n", "text/plain").Answer(Ended)
            .Answer(HttpStatusCode.NotFound).Answer(HttpStatusCode.OK, "bbb2\n", "text/plain").Answer(Ended);
        using FmeFlowClient fme = Client(server, time);

        await fme.GetJob(42).GetRecordAsync(Token);
        time.Advance(TimeSpan.FromMinutes(59));
        await fme.GetJob(42).GetRecordAsync(Token);

        Assert.Equal("POST /fmetoken/service/generate", server.Requests[1].Line);
        Assert.Equal($"user=admin&password={Password}&expiration=3600&timeunit=second", server.Requests[1].Body);
        Assert.Equal(["fmetoken token=aaa1", "fmetoken token=bbb2"], [server.Requests[2].Authorization, server.Requests[5].Authorization]);
    }

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized, "Wrong name or PASSWORDmarker91", "text/plain", typeof(FmeUnauthorizedException))]
    [InlineData(HttpStatusCode.OK, "two words", "text/plain", typeof(FmeProtocolException))]
    [InlineData(HttpStatusCode.OK, "<html>Sign in</html>", "text/html", typeof(FmeProtocolException))]
    public async Task What_the_token_service_says_instead_of_a_token_is_an_error_without_the_password(
        HttpStatusCode status, string body, string mediaType, Type expected)
    {
        using StubServer server = new StubServer().Answer(HttpStatusCode.NotFound).Answer(status, body, mediaType);
        using FmeFlowClient fme = Client(server);

        Exception? error = await Record.ExceptionAsync(() => fme.GetJob(42).GetRecordAsync(Token));

        Assert.IsType(expected, error);
        AssertHidden(error.ToString());
    }

    [Fact]
    public async Task With_Basic_the_name_and_the_password_go_with_each_request_and_no_token_is_made()
    {
        using var server = new StubServer().Answer(Ended).Answer(HttpStatusCode.Unauthorized, $"No: {Password}", "text/plain");
        using FmeFlowClient fme = Client(server, provider: FmeTokenProvider.ForBasic("admin", Password));

        await fme.GetJob(42).GetRecordAsync(Token);
        var error = await Assert.ThrowsAsync<FmeUnauthorizedException>(() => fme.GetJob(42).GetRecordAsync(Token));

        Assert.Equal([Basic, Basic], server.Requests.Select(request => request.Authorization));
        AssertHidden(error.ToString());
        Assert.Contains("the password of the user admin", error.Message, StringComparison.Ordinal);
        Assert.Equal("BasicAuthentication { UserName = admin, Password = *** }", FmeTokenProvider.ForBasic("admin", Password).ToString());
        Assert.Throws<ArgumentException>(() => FmeTokenProvider.ForBasic("a:b", Password));
    }

    [Fact]
    public async Task It_is_renewed_before_it_expires()
    {
        var time = new FakeTimeProvider();
        using var server = new StubServer()
            .Answer(HttpStatusCode.Created, Made("aaa1")).Answer(Ended).Answer(Ended)
            .Answer(HttpStatusCode.Created, Made("bbb2")).Answer(Ended);
        using FmeFlowClient fme = Client(server, time);

        await fme.GetJob(42).GetRecordAsync(Token);
        time.Advance(TimeSpan.FromMinutes(54));
        await fme.GetJob(42).GetRecordAsync(Token);
        time.Advance(TimeSpan.FromMinutes(1));
        await fme.GetJob(42).GetRecordAsync(Token);

        Assert.Equal(2, server.Lines.Count(line => line.StartsWith("POST", StringComparison.Ordinal)));
        Assert.Equal("fmetoken token=bbb2", server.Requests[^1].Authorization);
    }

    [Fact]
    public async Task A_server_that_allows_less_time_is_heeded()
    {
        var time = new FakeTimeProvider();
        using var server = new StubServer()
            .Answer(HttpStatusCode.Created, """{"token":"aaa1","createdDate":"2026-01-01T10:00:00Z","expirationDate":"2026-01-01T10:10:00Z"}""").Answer(Ended)
            .Answer(HttpStatusCode.Created, Made("bbb2")).Answer(Ended);
        using FmeFlowClient fme = Client(server, time);

        await fme.GetJob(42).GetRecordAsync(Token);
        time.Advance(TimeSpan.FromMinutes(9));
        await fme.GetJob(42).GetRecordAsync(Token);

        Assert.Equal("fmetoken token=bbb2", server.Requests[^1].Authorization);
    }

    [Fact]
    public async Task One_that_is_refused_is_replaced()
    {
        using var server = new StubServer()
            .Answer(HttpStatusCode.Created, Made("aaa1")).Answer(HttpStatusCode.Unauthorized)
            .Answer(HttpStatusCode.Created, Made("bbb2")).Answer(Ended);
        using FmeFlowClient fme = Client(server);

        await fme.GetJob(42).GetRecordAsync(Token);

        Assert.Equal("fmetoken token=bbb2", server.Requests[^1].Authorization);
    }

    [Fact]
    public async Task However_many_need_it_at_once_it_is_made_once()
    {
        var reached = new TaskCompletionSource();
        var answer = new TaskCompletionSource<HttpResponseMessage>();
        using var server = new StubServer().Do((_, _) =>
        {
            reached.SetResult();
            return answer.Task;
        });
        for (int i = 0; i < 20; i++)
        {
            server.Answer(Ended);
        }

        using FmeFlowClient fme = Client(server);
        using var leaving = new CancellationTokenSource();
        Task<FmeJobRecord> left = fme.GetJob(42).GetRecordAsync(leaving.Token);
        Task<FmeJobRecord>[] calls = [.. Enumerable.Range(0, 20).Select(_ => fme.GetJob(42).GetRecordAsync(Token))];
        await reached.Task;
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);
        answer.SetResult(new HttpResponseMessage(HttpStatusCode.Created) { Content = new StringContent(Made("aaa1")) });
        await Task.WhenAll(calls);

        Assert.Equal(21, server.Requests.Count);
        Assert.Single(server.Lines, line => line.StartsWith("POST", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized, typeof(FmeUnauthorizedException))]
    [InlineData(HttpStatusCode.Forbidden, typeof(FmeForbiddenException))]
    [InlineData(HttpStatusCode.ServiceUnavailable, typeof(FmeServerUnavailableException))]
    public async Task A_refusal_names_the_user_and_no_secret_and_the_next_call_tries_again(HttpStatusCode status, Type expected)
    {
        string echo = $$"""{"message":"{{Password}} {{Basic}}"}""";
        using var server = new StubServer().Answer(status, echo).Answer(HttpStatusCode.Created, Made("aaa1")).Answer(Ended);
        using FmeFlowClient fme = Client(server);

        Exception? error = await Record.ExceptionAsync(() => fme.GetJob(42).GetRecordAsync(Token));
        Assert.IsType(expected, error);
        Assert.Contains("make a token for the user admin", error!.Message, StringComparison.Ordinal);
        AssertHidden(error.ToString());

        await fme.GetJob(42).GetRecordAsync(Token);
    }

    [Theory]
    [InlineData("eeee5555MARKER", "text/plain")]
    [InlineData("""{"value":"eeee5555MARKER"}""", "application/json")]
    [InlineData("""{"message":"eeee5555MARKER"}""", "application/json")]
    public async Task An_answer_that_is_not_understood_may_be_a_token_and_is_not_shown(string body, string mediaType)
    {
        using var server = new StubServer().Answer(HttpStatusCode.OK, body, mediaType);
        using FmeFlowClient fme = Client(server);

        var error = await Assert.ThrowsAsync<FmeProtocolException>(() => fme.GetJob(42).GetRecordAsync(Token));

        Assert.DoesNotContain("eeee5555", error.ToString() + error.ServerMessage, StringComparison.Ordinal);
    }

    [CorpusTheory]
    [InlineData(FmeApiVersion.V3, "v3")]
    [InlineData(FmeApiVersion.V4, "v4")]
    public async Task Recorded_answers_give_the_token(FmeApiVersion version, string folder)
    {
        var logger = new FakeLogger<FmeFlowClient>();
        using var server = new StubServer().Answer(HttpStatusCode.Created, Corpus.Read("rest", folder, "token-created.json"));
        using var fme = new FmeFlowClient(
            new FmeFlowOptions { ServerUrl = new Uri("https://fme.example.com"), Token = Server.Tokens.Marker, ApiVersion = version },
            new HttpClient(server),
            logger);

        FmeNewToken made = await new FmeFlowAdministration(fme)
            .CreateTokenAsync("admin", Password, new FmeTokenOptions { Name = "mine", Lifetime = TimeSpan.FromHours(2) }, Token);

        Assert.Equal(new string('0', 40), made.Token);
        Assert.Equal("fmeflow-cli-20221117135041", made.Name);

        // The recorded answer of version 3 allows an hour; that of version 4 has no time between making and expiry.
        Assert.Equal(TimeSpan.FromHours(version == FmeApiVersion.V3 ? 1 : 2), made.Lifetime);
        Assert.DoesNotContain(made.Token, made.ToString(), StringComparison.Ordinal);
        Assert.Contains(logger.Collector.GetSnapshot(), record => record.Id.Id == 20 && record.Message.Contains("admin", StringComparison.Ordinal));
        Assert.All(logger.Collector.GetSnapshot(), record => AssertHidden(record.Message));
    }

    [Fact]
    public void One_provider_serves_one_client()
    {
        using var server = new StubServer();
        var provider = FmeTokenProvider.ForUser("admin", Password);
        using FmeFlowClient first = Client(server, provider: provider);

        var error = Assert.Throws<ArgumentException>(() => Client(server, provider: provider));
        Assert.Contains("Create one provider per client", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_sent_is_refused()
    {
        Assert.Throws<ArgumentException>(() => FmeTokenProvider.ForUser("a:b", Password));
        Assert.Throws<ArgumentException>(() => FmeTokenProvider.ForUser(" ", Password));
        Assert.Throws<ArgumentException>(() => FmeTokenProvider.ForUser("admin", ""));
        Assert.Throws<ArgumentNullException>(() => FmeTokenProvider.ForUser("admin", null!));
        Assert.Throws<ArgumentOutOfRangeException>(() => FmeTokenProvider.ForUser("admin", Password, TimeSpan.FromSeconds(59)));
        await Assert.ThrowsAsync<InvalidOperationException>(() => FmeTokenProvider.ForUser("admin", Password).GetTokenAsync(Token).AsTask());
    }

    [Fact]
    public void As_text_it_does_not_show_the_password() =>
        Assert.Equal("UserTokenProvider { UserName = admin, Password = *** }", FmeTokenProvider.ForUser("admin", Password).ToString());

    private static string Made(string token) => $$"""{"token":"{{token}}","name":"x"}""";

    private static void AssertHidden(string text)
    {
        Assert.DoesNotContain(Password, text, StringComparison.Ordinal);
        Assert.DoesNotContain(Basic["Basic ".Length..], text, StringComparison.Ordinal);
    }

    private static FmeFlowClient Client(
        StubServer server,
        TimeProvider? time = null,
        Action<FmeFlowOptions>? configure = null,
        FmeTokenProvider? provider = null) => server.Client(time, options =>
    {
        options.Token = null;
        options.TokenProvider = provider ?? FmeTokenProvider.ForUser("admin", Password);
        configure?.Invoke(options);
    });
}
