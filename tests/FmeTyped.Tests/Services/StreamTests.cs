using System.Net;
using System.Text;
using FmeTyped.Tests.Sample;
using FmeTyped.Tests.Server;

namespace FmeTyped.Tests.Services;

/// <summary>What the streaming service answers: data, or something in its place.</summary>
public sealed class StreamTests
{
    private static readonly AustinDownload Order = new() { Maxy = 42 };

    private readonly FakeTime _time = new();

    public static TheoryData<string, string?> DataOfAllTypes => new()
    {
        { "", "text/csv" },
        { "id;name\n1;A\n", "text/csv" },
        { """{"type":"FeatureCollection","features":[]}""", "application/json" },
        { """{"type":"FeatureCollection","serviceResponse":{"statusInfo":{"status":"failure"}}}""", "application/geo+json" },
        { """["serviceResponse"]""", "application/json" },
        { "{", "application/json" },
        { "<gml:FeatureCollection/>", "application/gml+xml" },
        { "<!DOCTYPE html><html><title>Report of the survey</title></html>", "text/html" },
        { "PK\u0003\u0004", "application/zip" },
        { "no type at all", null },
        { new string('x', 200_000), "text/plain" },
        { "{" + new string(' ', 100_000) + "}", "application/json" },
        { "<html>" + new string('x', 100_000) + "</html>", "text/html" },
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(DataOfAllTypes))]
    public async Task Data_of_every_type_comes_as_it_is(string data, string? mediaType)
    {
        using var server = new StubServer().Bytes(Encoding.UTF8.GetBytes(data), mediaType);
        using FmeFlowClient fme = server.Client();

        await using FmeDownload download = await fme.StreamAsync(Order, cancellationToken: Token);

        Assert.Equal((mediaType, null, null), (download.MediaType, download.FileName, download.JobId));
        Assert.Equal(data, await download.ReadTextAsync());
    }

    [Theory]
    [InlineData("application/json", "")]
    [InlineData("text/plain", "\uFEFF \r\n")]
    [InlineData(null, " ")]
    public async Task A_failure_in_the_place_of_data_is_told_whatever_its_type(string? mediaType, string before)
    {
        string failure = before + $$"""
            { "serviceResponse" : { "statusInfo": { "mode": "sync", "status": "failure" }, "fmeTransformationResult": {
              "fmeServerResponse": { "id": 9, "jobStatus": "SUCCESS", "request": "{{new string('x', 100_000)}}" },
              "fmeEngineResponse": { "statusNumber": "1", "statusMessage": "Terminator: Termination Message" } } } }
            """;
        using var server = new StubServer().Bytes(Encoding.UTF8.GetBytes(failure), mediaType);
        using FmeFlowClient fme = server.Client();

        var error = await Assert.ThrowsAsync<FmeJobFailedException>(() => fme.StreamAsync(Order, cancellationToken: Token));

        Assert.Equal(9, error.JobId);
        Assert.Equal("Job 9 ended as FAILURE: Terminator: Termination Message. See its log.", error.Message);
    }

    [Fact]
    public async Task Refusals_and_failures_under_a_bad_status_are_told_apart()
    {
        const string JobFailed =
            """{"serviceResponse":{"statusInfo":{"status":"failure","message":"Translation failed"},"fmeTransformationResult":{"fmeServerResponse":"""
                + """{"id":9,"jobStatus":"FME_FAILURE"}}}}""";
        const string NoId = """{"serviceResponse":{"statusInfo":{"status":"failure","message":"Translation failed"},"fmeTransformationResult":{}}}""";
        const string NoJob = """{"serviceResponse":{"statusInfo":{"status":"failure","message":"Starting"}}}""";
        using var server = new StubServer()
            .Answer(HttpStatusCode.InternalServerError, JobFailed)
            .Answer(HttpStatusCode.UnprocessableEntity, JobFailed)
            .Answer(HttpStatusCode.InternalServerError, NoId)
            .Answer(HttpStatusCode.ServiceUnavailable, NoJob)
            .Answer(HttpStatusCode.UnprocessableEntity, NoJob)
            .Answer(HttpStatusCode.GatewayTimeout, "")
            .Answer(HttpStatusCode.NotFound, "");
        using FmeFlowClient fme = server.Client();

        Assert.Equal(9, (await Assert.ThrowsAsync<FmeJobFailedException>(Stream)).JobId);
        Assert.Equal(9, (await Assert.ThrowsAsync<FmeJobFailedException>(Stream)).JobId);
        Assert.Equal("Translation failed", (await Assert.ThrowsAsync<FmeException>(Stream)).ServerMessage);
        Assert.Equal("Starting", (await Assert.ThrowsAsync<FmeServerUnavailableException>(Stream)).ServerMessage);
        await Assert.ThrowsAsync<FmeParametersRefusedException>(Stream);
        await Assert.ThrowsAsync<FmeSubmissionUnknownException>(Stream);
        Assert.Contains(
            "registered for the data streaming service", (await Assert.ThrowsAsync<FmeNotFoundException>(Stream)).Message, StringComparison.Ordinal);

        Task<FmeDownload> Stream() => fme.StreamAsync(Order, cancellationToken: Token);
    }

    [Fact]
    public async Task A_success_without_data_is_no_result()
    {
        using var server = new StubServer().Answer("""{"serviceResponse":{"statusInfo":{"status":"success"},"jobID":9}}""");
        using FmeFlowClient fme = server.Client();

        Assert.Equal(9, (await Assert.ThrowsAsync<FmeNoResultException>(() => fme.StreamAsync(Order, cancellationToken: Token))).JobId);
    }

    [Theory]
    [InlineData("<html><title>FME Flow</title><form><input type=\"password\"></form></html>", "text/html")]
    [InlineData("  <!DOCTYPE HTML><HTML><title>Log in</title></HTML>", "application/octet-stream")]
    public async Task A_login_page_is_a_question_of_rights(string page, string mediaType)
    {
        using var server = new StubServer().Bytes(Encoding.UTF8.GetBytes(page), mediaType);
        using FmeFlowClient fme = server.Client();

        await Assert.ThrowsAsync<FmeUnauthorizedException>(() => fme.StreamAsync(Order, cancellationToken: Token));
    }

    [Theory]
    [InlineData(16 * 1024, true)]
    [InlineData(17 * 1024, false)]
    public async Task A_page_is_taken_for_a_login_by_its_first_16_KiB(int size, bool isLogin)
    {
        const string Start = "<html><title>Report</title><p>";
        const string End = "<input type=\"password\">";
        using var server = new StubServer().Bytes(
            Encoding.UTF8.GetBytes(Start + new string('x', size - Start.Length - End.Length) + End + "</html>"), "text/html");
        using FmeFlowClient fme = server.Client();

        Exception? error = await Record.ExceptionAsync(async () => await (await fme.StreamAsync(Order, cancellationToken: Token)).DisposeAsync());

        Assert.Equal(isLogin ? typeof(FmeUnauthorizedException) : null, error?.GetType());
    }

    [Fact]
    public async Task A_failure_that_breaks_off_leaves_open_what_happened()
    {
        using var server = new StubServer().Answer("""{"serviceResponse":{"statusInfo":{"status":"fail""");
        using FmeFlowClient fme = server.Client();

        await Assert.ThrowsAsync<FmeSubmissionUnknownException>(() => fme.StreamAsync(Order, cancellationToken: Token));
    }

    [Fact]
    public async Task The_wait_timeout_limits_the_waiting_and_the_request_timeout_each_pause_of_the_data()
    {
        var reached = new TaskCompletionSource();
        var begin = new TaskCompletionSource();
        using var stalling = new StallingStream(new byte[600]);
        using var server = new StubServer().Do(async (_, _) =>
        {
            reached.SetResult();
            await begin.Task;
            return new HttpResponseMessage { Content = new StreamContent(stalling) };
        });
        using FmeFlowClient fme = server.Client(_time, options => options.RequestTimeout = TimeSpan.FromSeconds(10));

        Task<FmeDownload> stream = fme.StreamAsync(Order, new FmeRunOptions { Wait = new FmeWaitOptions { Timeout = TimeSpan.FromMinutes(5) } }, Token);
        await reached.Task;
        _time.Advance(TimeSpan.FromMinutes(4));
        begin.SetResult();
        await using FmeDownload download = await stream;
        _time.Advance(TimeSpan.FromMinutes(10)); // The caller's own pauses do not count.
        Task copy = download.CopyToAsync(Stream.Null, Token);
        await stalling.Stalled;
        _time.Advance(TimeSpan.FromSeconds(9));
        Assert.False(copy.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(1));

        var error = await Assert.ThrowsAsync<FmeSubmissionUnknownException>(() => copy);
        Assert.Contains("there was no response within 00:00:10", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_data_has_not_begun_while_there_are_only_headers()
    {
        using var stalling = new StallingStream([]);
        using var server = new StubServer().Stream(stalling);
        using FmeFlowClient fme = server.Client(_time, options => options.RequestTimeout = TimeSpan.FromSeconds(1));

        Task<FmeDownload> stream = fme.StreamAsync(Order, new FmeRunOptions { Wait = new FmeWaitOptions { Timeout = TimeSpan.FromMinutes(5) } }, Token);
        await stalling.Stalled;
        _time.Advance(TimeSpan.FromMinutes(4));
        Assert.False(stream.IsCompleted);
        _time.Advance(TimeSpan.FromMinutes(1));

        await Assert.ThrowsAsync<FmeSubmissionUnknownException>(() => stream);
        Assert.True(stalling.IsDisposed);
    }

    [Fact]
    public async Task No_answer_within_the_wait_timeout_leaves_open_what_happened()
    {
        var reached = new TaskCompletionSource();
        using var server = new StubServer().Hang(reached.SetResult);
        using FmeFlowClient fme = server.Client(_time, options => options.RequestTimeout = TimeSpan.FromSeconds(1));

        Task<FmeDownload> stream = fme.StreamAsync(Order, new FmeRunOptions { Wait = new FmeWaitOptions { Timeout = TimeSpan.FromMinutes(5) } }, Token);
        await reached.Task;
        _time.Advance(TimeSpan.FromMinutes(5));

        await Assert.ThrowsAsync<FmeSubmissionUnknownException>(() => stream);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task The_token_is_hidden_where_a_service_echoes_it()
    {
        using var server = new StubServer()
            .Answer("""{"serviceResponse":{"statusInfo":{"status":"failure","message":"bad token MARKER"}}}"""
                .Replace("MARKER", Tokens.Marker, StringComparison.Ordinal))
            .Answer(HttpStatusCode.OK, $"<html><title>Log in {Tokens.Marker}</title></html>", "text/html");
        using FmeFlowClient fme = server.Client();

        for (int i = 0; i < 2; i++)
        {
            var error = (FmeException)(await Record.ExceptionAsync(() => fme.StreamAsync(Order, cancellationToken: Token)))!;
            Assert.DoesNotContain(Tokens.Marker, error + error.ServerMessage, StringComparison.Ordinal);
        }
    }
}
