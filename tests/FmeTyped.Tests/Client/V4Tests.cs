using System.Net;
using System.Text.Json;
using FmeTyped.Tests.Sample;
using FmeTyped.Tests.Server;

namespace FmeTyped.Tests.Client;

public sealed class V4Tests
{
    private const string NewBuild = """{"buildNumber":26018}""";

    private static readonly AustinDownload Order = new() { Maxy = 42 };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [CorpusTheory]
    [InlineData(HttpStatusCode.OK)]
    [InlineData(HttpStatusCode.Accepted)]
    public async Task Running_submits_and_waits(HttpStatusCode status)
    {
        using var server = new StubServer().Answer(status, Corpus.Read("rest", "v4", "job-submit-response.json"))
            .Answer("""{"id":1,"status":"queued"}""").Answer("""{"id":1,"status":"success"}""");
        using FmeFlowClient fme = Client(server);

        FmeJobResult result = await fme.RunAsync(Order, new FmeRunOptions { Wait = new FmeWaitOptions { InitialDelay = TimeSpan.FromMilliseconds(1) } }, Token);

        Assert.True(result.Succeeded);
        Assert.Equal(["POST /fmeapiv4/jobs", "GET /fmeapiv4/jobs/1", "GET /fmeapiv4/jobs/1"], server.Lines);
    }

    [CorpusFact]
    public async Task A_failed_job_is_told()
    {
        using var server = new StubServer().Answer("""{"id":999}""").Answer(Corpus.Read("rest", "v4", "job-record-single.json"));
        using FmeFlowClient fme = Client(server);

        var error = await Assert.ThrowsAsync<FmeJobFailedException>(() => fme.RunAsync(Order, cancellationToken: Token));

        Assert.Equal(999, error.JobId);
        Assert.Equal(new FmeJobStatus("failure"), error.Result.Status);
    }

    [CorpusFact]
    public async Task Transact_gives_the_result()
    {
        using var server = new StubServer().Answer(NewBuild).Answer(Corpus.Read("rest", "v4", "job-sync-response.json"));
        using FmeFlowClient fme = Client(server);

        FmeJobResult result = await fme.TransactAsync(Order, cancellationToken: Token);

        Assert.Equal(1539, result.FeatureCount);
        Assert.Equal(["GET /fmeinfo/version", "POST /fmeapiv4/jobs/sync"], server.Lines);
    }

    [CorpusFact]
    public async Task Transact_on_a_build_without_it_names_the_other_way_and_submits_nothing()
    {
        using var server = new StubServer().Answer(Corpus.Read("rest", "v4", "fmeinfo-version.json"));
        using FmeFlowClient fme = Client(server);

        var error = await Assert.ThrowsAsync<FmeNotSupportedException>(() => fme.TransactAsync(Order, cancellationToken: Token));

        Assert.Equal(
            "Could not transact Samples/austinDownload.fmw: REST API version 4 has no transact call before build 26018, and this server is build 25606. "
                + "Nothing was submitted. Use RunAsync.",
            error.Message);
        Assert.Equal(["GET /fmeinfo/version"], server.Lines);
    }

    [CorpusFact]
    public async Task A_422_with_a_failed_job_is_a_failed_job_and_one_without_is_a_refusal()
    {
        using var server = new StubServer()
            .Answer(NewBuild)
            .Answer(HttpStatusCode.UnprocessableEntity, """{"id":9,"status":"failure","statusMessage":"Terminator"}""")
            .Answer(HttpStatusCode.UnprocessableEntity, Corpus.Read("rest", "v4", "error-validation-details.json"));
        using FmeFlowClient fme = Client(server);

        Assert.Equal(9, (await Assert.ThrowsAsync<FmeJobFailedException>(() => fme.TransactAsync(Order, cancellationToken: Token))).JobId);
        var refusal = await Assert.ThrowsAsync<FmeParametersRefusedException>(() => fme.TransactAsync(Order, cancellationToken: Token));
        Assert.Equal(
            "Parameter Validation Failed (authenticationMethod: Connection authentication method must be supplied; type: must not be blank)",
            refusal.ServerMessage);
    }

    [CorpusTheory]
    [InlineData(404, "error-workspace-missing.json", typeof(FmeNotFoundException))]
    [InlineData(403, "error-not-permitted-or-missing.json", typeof(FmeForbiddenException))]
    [InlineData(422, "error-connection-missing-plugin.json", typeof(FmeParametersRefusedException))]
    [InlineData(409, "error-repository-exists.json", typeof(FmeException))]
    public async Task Recorded_errors_are_told_in_the_servers_words(int status, string file, Type expected)
    {
        string body = Corpus.Read("rest", "v4", file);
        using var server = new StubServer().Answer((HttpStatusCode)status, body);
        using FmeFlowClient fme = Client(server);

        Exception? error = await Record.ExceptionAsync(() => fme.SubmitAsync(Order, Token));

        Assert.IsType(expected, error);
        using JsonDocument recorded = JsonDocument.Parse(body);
        Assert.Equal(recorded.RootElement.GetProperty("message").GetString(), ((FmeException)error).ServerMessage);
    }

    [Fact]
    public async Task A_job_is_cancelled_by_one_call_wherever_it_is()
    {
        using var server = new StubServer().Answer(HttpStatusCode.NoContent);
        using FmeFlowClient fme = Client(server);

        Assert.True(await fme.GetJob(42).CancelAsync(Token));
        Assert.Equal(["POST /fmeapiv4/jobs/42/cancel"], server.Lines);
    }

    [CorpusFact]
    public async Task A_job_that_has_ended_needs_no_cancelling()
    {
        using var server = new StubServer()
            .Answer(HttpStatusCode.UnprocessableEntity, Corpus.Read("rest", "v4", "error-cancel-already-complete.json"))
            .Status("success");
        using FmeFlowClient fme = Client(server);

        Assert.False(await fme.GetJob(42).CancelAsync(Token));
    }

    [CorpusFact]
    public async Task A_job_to_cancel_that_is_not_known_is_told_by_its_record()
    {
        using var server = new StubServer()
            .Answer(HttpStatusCode.UnprocessableEntity, Corpus.Read("rest", "v4", "error-cancel-job-missing.json"))
            .Answer(HttpStatusCode.NotFound, Corpus.Read("rest", "v4", "error-cancel-job-missing.json"));
        using FmeFlowClient fme = Client(server);

        Assert.Equal(42, (await Assert.ThrowsAsync<FmeNotFoundException>(() => fme.GetJob(42).CancelAsync(Token))).JobId);
        Assert.Equal(["POST /fmeapiv4/jobs/42/cancel", "GET /fmeapiv4/jobs/42"], server.Lines);
    }

    [Fact]
    public async Task The_log_is_read()
    {
        using var server = new StubServer().Answer(HttpStatusCode.OK, "first\r\nlast", "text/plain");
        using FmeFlowClient fme = Client(server);

        Assert.Equal("first\nlast\n", await fme.GetJob(42).GetLogAsync(Token));
        Assert.Equal(["GET /fmeapiv4/jobs/42/log"], server.Lines);
    }

    private static FmeFlowClient Client(StubServer server) => server.Client(configure: options => options.ApiVersion = FmeApiVersion.V4);
}
