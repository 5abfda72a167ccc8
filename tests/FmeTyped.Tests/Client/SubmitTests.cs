using System.Net;
using FmeTyped.Metadata;
using FmeTyped.Tests.Sample;
using FmeTyped.Tests.Server;
using static FmeTyped.Tests.Sample.AustinDownload;

namespace FmeTyped.Tests.Client;

public sealed class SubmitTests
{
    private static readonly AustinDownload Order = new() { Themes = [ThemesOption.Airports, ThemesOption.Cenart], Maxy = 42 };

    [CorpusFact]
    public async Task The_recorded_answer_gives_the_job()
    {
        using var replay = new Replay();
        replay.On("POST", "/fmerest/v3/transformations/submit/Samples/austinDownload.fmw", 202, Corpus.Read("rest", "v3", "submit-response.json"));
        using FmeFlowClient fme = replay.Client();

        FmeJob job = await fme.SubmitAsync(Order, new FmeRunOptions { CorrelationKey = "key-1" }, TestContext.Current.CancellationToken);

        Assert.Equal(1, job.Id);
        var sent = Assert.Single(replay.Server.LogEntries).RequestMessage!;
        Assert.Equal($"fmetoken token={Tokens.Marker}", sent.Headers!["Authorization"].Single());
        Assert.Equal("application/json", sent.Headers["Accept"].Single());
        Assert.Equal("application/json", sent.Headers["Content-Type"].Single());
        Assert.DoesNotContain(Tokens.Marker, sent.Url, StringComparison.Ordinal);
        Assert.Equal(
            """
            {"publishedParameters":[{"name":"THEMES","value":["airports","cenart"]},{"name":"MAXY","value":"42"}],"NMDirectives":{"directives":[{"name":"fmetypedCorrelationKey","value":"key-1"}]}}
            """,
            sent.Body);
    }

    [Fact]
    public async Task Names_are_encoded_as_single_parts_of_the_path()
    {
        using var server = new StubServer().Answer(HttpStatusCode.Accepted, """{"id":7}""");
        using FmeFlowClient fme = server.Client();

        await fme.SubmitAsync(new EveryKind(), TestContext.Current.CancellationToken);

        Assert.Equal(["POST /fmerest/v3/transformations/submit/M%C3%A5ps%20%26%20more/every%20kind%2F1.fmw"], server.Lines);
    }

    [Theory]
    [InlineData("https://fme.example.com/proxy/flow")]
    [InlineData("https://fme.example.com/proxy/flow/")]
    public async Task A_path_in_the_servers_address_is_kept(string url)
    {
        using var server = new StubServer().Answer("""{"id":7,"status":"SUCCESS"}""");
        using FmeFlowClient fme = server.Client(configure: options => options.ServerUrl = new Uri(url));

        await fme.GetJob(7).GetRecordAsync(TestContext.Current.CancellationToken);

        Assert.Equal(["GET /proxy/flow/fmerest/v3/transformations/jobs/id/7"], server.Lines);
    }

    [Fact]
    public async Task A_request_that_does_not_fit_is_not_sent_and_all_problems_are_told()
    {
        using var server = new StubServer();
        using FmeFlowClient fme = server.Client();

        var error = await Assert.ThrowsAsync<FmeValidationException>(
            () => fme.SubmitAsync(new EveryKind { Title = null, Level = 10, Share = double.NaN }, TestContext.Current.CancellationToken));

        Assert.Equal(
            [("TITLE", FmeValidationErrorKind.Missing), ("LEVEL", FmeValidationErrorKind.OutOfRange), ("SHARE", FmeValidationErrorKind.OutOfRange)],
            error.Errors.Select(p => (p.Parameter, p.Kind)));
        Assert.Contains("LEVEL: is 10; it has to be at most 9.", error.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [CorpusFact]
    public async Task Running_submits_and_waits()
    {
        using var server = new StubServer()
            .Answer(HttpStatusCode.Accepted, """{"id":4326}""")
            .Answer(Corpus.Read("rest", "v3", "job-record-excerpt.json"));
        using FmeFlowClient fme = server.Client();

        FmeJobResult result = await fme.RunAsync(Order, cancellationToken: TestContext.Current.CancellationToken);

        Assert.True(result.Succeeded);
        Assert.Equal(4326, result.Id);
        Assert.Equal(["POST /fmerest/v3/transformations/submit/Samples/austinDownload.fmw", "GET /fmerest/v3/transformations/jobs/id/4326"], server.Lines);
    }

    [Fact]
    public async Task A_borrowed_http_client_keeps_its_headers_and_its_life()
    {
        using var server = new StubServer().Answer("""{"id":7}""").Answer("""{"id":8}""");
        using var http = new HttpClient(server);
        var options = new FmeFlowOptions { ServerUrl = new Uri("https://fme.example.com"), Token = Tokens.Marker, ApiVersion = FmeApiVersion.V3 };

        using (var first = new FmeFlowClient(options, http))
        {
            await first.SubmitAsync(Order, TestContext.Current.CancellationToken);
        }

        using var second = new FmeFlowClient(options, http);
        Assert.Equal(8, (await second.SubmitAsync(Order, TestContext.Current.CancellationToken)).Id);
        Assert.Empty(http.DefaultRequestHeaders);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html><title>Welcome</title></html>")]
    [InlineData("{\"id\":")]
    [InlineData("{\"ID\":1}")]
    [InlineData("[1]")]
    public async Task An_accepting_answer_that_cannot_be_read_leaves_the_submission_unknown(string body)
    {
        using var server = new StubServer().Answer(body);
        using FmeFlowClient fme = server.Client();

        var error = await Assert.ThrowsAsync<FmeSubmissionUnknownException>(() => fme.SubmitAsync(Order, TestContext.Current.CancellationToken));

        Assert.Equal(HttpStatusCode.OK, error.StatusCode);
        Assert.Equal("submit Samples/austinDownload.fmw", error.Operation);
    }

    [Fact]
    public async Task A_cancelled_token_sends_nothing()
    {
        using var server = new StubServer();
        using FmeFlowClient fme = server.Client();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fme.RunAsync(Order, cancellationToken: new CancellationToken(canceled: true)));

        Assert.Empty(server.Requests);
    }
}
