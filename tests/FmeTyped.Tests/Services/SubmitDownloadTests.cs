using System.Net;
using FmeTyped.Tests.Sample;
using FmeTyped.Tests.Server;

namespace FmeTyped.Tests.Services;

/// <summary>What the download service answers, and what comes of it.</summary>
public sealed class SubmitDownloadTests
{
    private static readonly AustinDownload Order = new() { Maxy = 42 };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{"serviceResponse":{"statusInfo":{"mode":"async","status":"success"},"jobID":42}}""")]
    [InlineData("""{"serviceResponse":{"statusInfo":{"mode":"async","status":"SUCCESS"},"jobID":"42"}}""")]
    [InlineData("""{"serviceResponse":{"jobID":42,"url":""}}""")]
    [InlineData("""{"serviceResponse":{"statusInfo":{"status":"success"},"fmeTransformationResult":{"fmeServerResponse":{"id":"42"}}}}""")]
    public async Task The_id_is_found_however_it_is_written(string answer)
    {
        using var server = new StubServer().Answer(answer);
        using FmeFlowClient fme = server.Client();

        Assert.Equal(42, (await fme.SubmitDownloadAsync(Order, Token)).Id);
    }

    [Fact]
    public async Task A_failure_under_a_good_status_is_a_failure()
    {
        using var server =
            new StubServer().Answer("""{"serviceResponse":{"statusInfo":{"mode":"async","status":"failure","message":"The workspace is not registered."}}}""");
        using FmeFlowClient fme = server.Client();

        FmeException error = await Assert.ThrowsAsync<FmeException>(() => fme.SubmitDownloadAsync(Order, Token));

        Assert.Equal(
            "Could not submit Samples/austinDownload.fmw for download: the server answered 200 OK, and that it failed: The workspace is not registered.",
            error.Message);
        Assert.Equal("The workspace is not registered.", error.ServerMessage);
    }

    [Theory]
    [InlineData("pending")]
    [InlineData("\\ud83d")]
    public async Task Another_word_than_success_or_failure_does_not_say_that_no_job_was_made(string status)
    {
        using var server = new StubServer().Answer($$"""{"serviceResponse":{"statusInfo":{"mode":"async","status":"{{status}}"},"jobID":null} }""");
        using FmeFlowClient fme = server.Client();

        await Assert.ThrowsAsync<FmeSubmissionUnknownException>(() => fme.SubmitDownloadAsync(Order, Token));
    }

    [Theory]
    [InlineData(HttpStatusCode.OK)]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.UnprocessableEntity)]
    public async Task A_job_that_failed_at_once_is_told_with_its_id(HttpStatusCode status)
    {
        using var server = new StubServer().Answer(
            status,
            """{"serviceResponse":{"statusInfo":{"status":"Failure"},"fmeTransformationResult":{"fmeServerResponse":{"id":9,"jobStatus":"FME_FAILURE"}"""
                + ""","fmeEngineResponse":{"statusMessage":"No engine","numFeaturesOutput":0}}}}""");
        using FmeFlowClient fme = server.Client();

        var error = await Assert.ThrowsAsync<FmeJobFailedException>(() => fme.SubmitDownloadAsync(Order, Token));

        Assert.Equivalent(
            new FmeJobResult { Id = 9, Status = new FmeJobStatus("FME_FAILURE"), StatusMessage = "No engine", FeatureCount = 0 }, error.Result, strict: true);
        Assert.Equal(status, error.StatusCode);
    }

    [Fact]
    public async Task The_services_own_words_stand_in_every_refusal()
    {
        using var server = new StubServer()
            .Answer(HttpStatusCode.NotFound, """{"serviceResponse":{"statusInfo":{"status":"failure","message":"No such workspace"}}}""")
            .Answer(HttpStatusCode.Forbidden, """{"serviceResponse":{"statusInfo":{"status":"failure","message":"Not yours"}}}""")
            .Answer(HttpStatusCode.Unauthorized)
            .Answer(HttpStatusCode.ServiceUnavailable);
        using FmeFlowClient fme = server.Client();

        var missing = await Assert.ThrowsAsync<FmeNotFoundException>(() => fme.SubmitDownloadAsync(Order, Token));
        Assert.Equal("No such workspace", missing.ServerMessage);
        Assert.Contains("that the workspace is registered for the data download service", missing.Message, StringComparison.Ordinal);
        var forbidden = await Assert.ThrowsAsync<FmeForbiddenException>(() => fme.SubmitDownloadAsync(Order, Token));
        Assert.Equal("Not yours", forbidden.ServerMessage);
        Assert.Contains("to use the data download service", forbidden.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<FmeUnauthorizedException>(() => fme.SubmitDownloadAsync(Order, Token));
        await Assert.ThrowsAsync<FmeServerUnavailableException>(() => fme.SubmitDownloadAsync(Order, Token));
    }

    [Theory]
    [InlineData("", "nothing")]
    [InlineData("""{"serviceResponse":{"statusInfo":{"status":"success"}}}""", "a job id")]
    [InlineData("""{"id":42}""", "a job id")]
    [InlineData("""{"serviceResponse":{"jobID":42""", "JSON was expected")]
    [InlineData("<html><title>Welcome</title></html>", "a web page (Welcome)")]
    public async Task An_answer_without_an_id_leaves_open_whether_there_is_a_job(string answer, string found)
    {
        using var server = new StubServer().Answer(answer);
        using FmeFlowClient fme = server.Client();

        var error = await Assert.ThrowsAsync<FmeSubmissionUnknownException>(() => fme.SubmitDownloadAsync(Order, Token));

        Assert.Contains(found, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_login_page_is_a_question_of_rights()
    {
        using var server = new StubServer().Answer(HttpStatusCode.OK, """<html><title>FME Flow</title><input type="password"></html>""", "text/html");
        using FmeFlowClient fme = server.Client();

        await Assert.ThrowsAsync<FmeUnauthorizedException>(() => fme.SubmitDownloadAsync(Order, Token));
    }
}
