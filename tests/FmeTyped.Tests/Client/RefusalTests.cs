using System.Net;
using System.Text.Json;
using FmeTyped.Tests.Sample;
using FmeTyped.Tests.Server;
using Microsoft.Extensions.Time.Testing;

namespace FmeTyped.Tests.Client;

/// <summary>What each answer that says no becomes, for a submission and for a reading call.</summary>
public sealed class RefusalTests
{
    [Theory]
    [InlineData("""[{"name":"KEY","value":"hunter2"}]""")]
    [InlineData("""  {"id":42,"status":"SUCCESS","parameters":{"KEY":"hunter2" """)]
    public async Task Data_in_place_of_what_was_expected_is_not_shown(string data)
    {
        using var server = new StubServer().Answer(data).Answer(data);
        using FmeFlowClient fme = server.Client();

        FmeException submit =
            await Assert.ThrowsAsync<FmeSubmissionUnknownException>(() => fme.SubmitAsync(new AustinDownload(), TestContext.Current.CancellationToken));
        FmeException read = await Assert.ThrowsAsync<FmeProtocolException>(() => fme.GetJob(5).GetRecordAsync(TestContext.Current.CancellationToken));

        Assert.All([submit, read], error =>
        {
            Assert.Null(error.ServerMessage);
            Assert.DoesNotContain("hunter2", error.ToString(), StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData(400, typeof(FmeException), typeof(FmeException))]
    [InlineData(401, typeof(FmeUnauthorizedException), typeof(FmeUnauthorizedException))]
    [InlineData(403, typeof(FmeForbiddenException), typeof(FmeForbiddenException))]
    [InlineData(404, typeof(FmeNotFoundException), typeof(FmeNotFoundException))]
    [InlineData(408, typeof(FmeServerUnavailableException), typeof(FmeServerUnavailableException))]
    [InlineData(409, typeof(FmeException), typeof(FmeException))]
    [InlineData(422, typeof(FmeParametersRefusedException), typeof(FmeException))]
    [InlineData(429, typeof(FmeServerUnavailableException), typeof(FmeServerUnavailableException))]
    [InlineData(500, typeof(FmeSubmissionUnknownException), typeof(FmeServerUnavailableException))]
    [InlineData(501, typeof(FmeSubmissionUnknownException), typeof(FmeServerUnavailableException))]
    [InlineData(502, typeof(FmeSubmissionUnknownException), typeof(FmeServerUnavailableException))]
    [InlineData(503, typeof(FmeServerUnavailableException), typeof(FmeServerUnavailableException))]
    [InlineData(504, typeof(FmeSubmissionUnknownException), typeof(FmeServerUnavailableException))]
    [InlineData(520, typeof(FmeSubmissionUnknownException), typeof(FmeServerUnavailableException))]
    [InlineData(599, typeof(FmeSubmissionUnknownException), typeof(FmeServerUnavailableException))]
    public async Task Each_status_has_its_error(int status, Type onSubmit, Type onRead)
    {
        const string Body = """{"message":"The server's own words."}""";
        using var server = new StubServer().Answer((HttpStatusCode)status, Body).Answer((HttpStatusCode)status, Body);
        using FmeFlowClient fme = server.Client();

        FmeException submit = Assert.IsAssignableFrom<FmeException>(
            await Record.ExceptionAsync(() => fme.SubmitAsync(new AustinDownload(), TestContext.Current.CancellationToken)));
        FmeException read =
            Assert.IsAssignableFrom<FmeException>(await Record.ExceptionAsync(() => fme.GetJob(5).GetRecordAsync(TestContext.Current.CancellationToken)));

        Assert.IsType(onSubmit, submit);
        Assert.IsType(onRead, read);
        Assert.Null(submit.JobId);
        Assert.Equal(5, read.JobId);
        Assert.All([submit, read], error =>
        {
            Assert.Equal(status, (int)error.StatusCode!.Value);
            Assert.Equal("The server's own words.", error.ServerMessage);
            Assert.Contains("The server's own words.", error.Message, StringComparison.Ordinal);
            Assert.Contains(error.Operation, error.Message, StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData("", "text/plain", null)]
    [InlineData("   ", "text/plain", null)]
    [InlineData("upstream not ready", "text/plain", "upstream not ready")]
    [InlineData("<html><head><title>Bad &amp; gone</title></head></html>", "text/html", "Bad & gone")]
    [InlineData("<html>no title</html>", "text/html", null)]
    [InlineData("{\"message\":", "application/json", "{\"message\":")]
    [InlineData("{\"other\":1}", "application/json", null)]
    [InlineData("{\"message\":{}}", "application/json", null)]
    public async Task A_body_of_any_kind_is_borne_with(string body, string mediaType, string? message)
    {
        using var server = new StubServer().Answer(HttpStatusCode.ServiceUnavailable, body, mediaType);
        using FmeFlowClient fme = server.Client();

        var error = await Assert.ThrowsAsync<FmeServerUnavailableException>(() => fme.GetJob(5).GetRecordAsync(TestContext.Current.CancellationToken));

        Assert.Equal(message, error.ServerMessage);
    }

    [CorpusFact]
    public async Task The_recorded_401_is_told_in_the_servers_words()
    {
        using var replay = new Replay();
        replay.On("POST", "/fmerest/v3/transformations/submit/Samples/austinDownload.fmw", 401, Corpus.Read("rest", "v3", "error-401.json"));
        using FmeFlowClient fme = replay.Client();

        var error = await Assert.ThrowsAsync<FmeUnauthorizedException>(() => fme.SubmitAsync(new AustinDownload(), TestContext.Current.CancellationToken));

        Assert.Equal(
            "Could not submit Samples/austinDownload.fmw: the server answered 401 Unauthorized: Authentication failed: Failed to login. Check that the "
                + "token is right, enabled and not expired. Nothing was submitted.",
            error.Message);
    }

    [CorpusFact]
    public async Task The_recorded_404_is_told_in_the_servers_words()
    {
        using var replay = new Replay();
        replay.On("POST", "/fmerest/v3/transformations/submit/Samples/austinDownload.fmw", 404, Corpus.Read("rest", "v3", "error-repository-missing.json"));
        using FmeFlowClient fme = replay.Client();

        var error = await Assert.ThrowsAsync<FmeNotFoundException>(() => fme.SubmitAsync(new AustinDownload(), TestContext.Current.CancellationToken));

        Assert.Equal("Repository MyRepo does not exist.", error.ServerMessage);
    }

    [Fact]
    public async Task A_long_message_is_shortened()
    {
        using var server = new StubServer().Answer(HttpStatusCode.BadRequest, new string('x', 200_000), "text/plain");
        using FmeFlowClient fme = server.Client();

        FmeException error = await Assert.ThrowsAsync<FmeException>(() => fme.GetJob(5).GetRecordAsync(TestContext.Current.CancellationToken));

        Assert.Equal(503, error.ServerMessage!.Length);
    }

    [Theory]
    [InlineData("<html><title>FME Flow - Log In</title></html>")]
    [InlineData("<!doctype html><form><input type=\"password\"></form>")]
    public async Task A_login_page_is_a_matter_of_authorisation(string page)
    {
        using var server = new StubServer()
            .Answer(HttpStatusCode.OK, page, "text/html")
            .Answer(HttpStatusCode.OK, page, "text/html")
            .Answer(HttpStatusCode.OK, page, "text/html");
        using FmeFlowClient fme = server.Client();

        await Assert.ThrowsAsync<FmeUnauthorizedException>(() => fme.SubmitAsync(new AustinDownload(), TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<FmeUnauthorizedException>(() => fme.GetJob(5).GetRecordAsync(TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<FmeUnauthorizedException>(() => fme.GetJob(5).GetLogAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("<html><title>It works!</title></html>", "text/html", false)]
    [InlineData("", "application/json", false)]
    [InlineData("nonsense", "application/json", false)]
    [InlineData("{\"status\":\"SUCCESS\"}", "application/json", true)]
    public async Task An_answer_that_is_none_of_FME_Flows_is_told_as_such(string body, string mediaType, bool isJson)
    {
        using var server = new StubServer().Answer(HttpStatusCode.OK, body, mediaType);
        using FmeFlowClient fme = server.Client();

        var error = await Assert.ThrowsAsync<FmeProtocolException>(() => fme.GetJob(5).GetRecordAsync(TestContext.Current.CancellationToken));

        Assert.Equal((5, isJson), (error.JobId, error.InnerException is not JsonException));
    }

    [Fact]
    public async Task An_answer_without_end_is_not_read_to_its_end()
    {
        using var endless = new EndlessStream();
        using var server = new StubServer().Do((_, _) => Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(endless) }));
        using FmeFlowClient fme = server.Client();

        var error = await Assert.ThrowsAsync<FmeProtocolException>(() => fme.GetJob(5).GetRecordAsync(TestContext.Current.CancellationToken));

        Assert.Contains("more than fits", error.Message, StringComparison.Ordinal);
        Assert.Equal(16 * 1024 * 1024, endless.Given);
    }

    [Fact]
    public async Task A_redirect_is_told_and_not_followed()
    {
        using var replay = new Replay();
        replay.On(
            "POST",
            "/fmerest/v3/transformations/submit/Samples/austinDownload.fmw",
            WireMock.ResponseBuilders.Response.Create().WithStatusCode(302).WithHeader("Location", $"https://sso.example.com/login?back={Tokens.Marker}"));
        using FmeFlowClient fme = replay.Client();

        FmeException error = await Assert.ThrowsAsync<FmeException>(() => fme.SubmitAsync(new AustinDownload(), TestContext.Current.CancellationToken));

        Assert.Contains("the server redirects to https://sso.example.com/login (302 ", error.Message, StringComparison.Ordinal);
        Assert.Equal(1, replay.Count("POST"));
    }

    [Theory]
    [InlineData("17")]
    [InlineData("Thu, 01 Jan 2026 00:00:17 GMT")]
    public async Task Retry_after_is_told(string header)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        using var server =
            new StubServer().Answer(HttpStatusCode.TooManyRequests, change: response => response.Headers.TryAddWithoutValidation("Retry-After", header));
        using FmeFlowClient fme = server.Client(time);

        var error = await Assert.ThrowsAsync<FmeServerUnavailableException>(() => fme.SubmitAsync(new AustinDownload(), TestContext.Current.CancellationToken));

        Assert.Equal(TimeSpan.FromSeconds(17), error.RetryAfter);
    }

    private sealed class EndlessStream : Stream
    {
        public long Given { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => Given; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            buffer.AsSpan(offset, count).Fill((byte)' ');
            Given += count;
            return count;
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
