using System.Net;
using FmeTyped.Tests.Sample;
using FmeTyped.Tests.Server;

namespace FmeTyped.Tests.Services;

/// <summary>From an order to the bytes of its result.</summary>
public sealed class DownloadTests
{
    private const string Accepted = """{"serviceResponse":{"statusInfo":{"mode":"async","status":"success"},"jobID":42}}""";

    private static readonly AustinDownload Order = new() { Maxy = 42 };

    public static TheoryData<FmeApiVersion> Versions => [FmeApiVersion.V3, FmeApiVersion.V4];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task The_job_is_submitted_to_the_service_and_waited_for_over_the_rest_api(FmeApiVersion version)
    {
        string path = version == FmeApiVersion.V3 ? "/fmerest/v3/transformations/jobs/id/42" : "/fmeapiv4/jobs/42";
        using var server = new StubServer()
            .Answer(Accepted)
            .Job(version)
            .Bytes("zip"u8.ToArray(), change: headers => headers.ContentDisposition = new("attachment") { FileName = "\"roads.zip\"" });
        using FmeFlowClient fme = server.Client(configure: options => options.ApiVersion = version);

        await using FmeDownload download = await fme.DownloadAsync(Order, cancellationToken: Token);

        Assert.Equal((42, "roads.zip", "application/zip", 3), (download.JobId, download.FileName, download.MediaType, download.Length));
        Assert.Equal("zip", await download.ReadTextAsync());
        Assert.Equal(
            ["POST /fmedatadownload/Samples/austinDownload.fmw", $"GET {path}", $"GET {path}", "GET /fmedatadownload/results/FME_1.zip"],
            server.Lines);
        Assert.All(server.Requests, request => Assert.Equal($"fmetoken token={Tokens.Marker}", request.Authorization));
    }

    [Theory]
    [InlineData("json", "application/json", "application/json")]
    [InlineData("json", "x/json", "x/***")]
    [InlineData("hush-hush", "application/hush-hush", "application/***")]
    public async Task A_media_type_keeps_its_parts_unless_a_long_secret_is_among_them(string token, string sent, string shown)
    {
        using var server = new StubServer().Job().Bytes("{}"u8.ToArray(), change: headers => headers.ContentType = new(sent));
        using FmeFlowClient fme = server.Client(configure: options => options.Token = token);

        await using FmeDownload download = await fme.GetJob(42).OpenResultAsync(cancellationToken: Token);

        Assert.Equal(shown, download.MediaType);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task The_id_alone_is_enough_in_another_process(FmeApiVersion version)
    {
        using var server = new StubServer().Job(version).Bytes("zip"u8.ToArray());
        using FmeFlowClient fme = server.Client(configure: options => options.ApiVersion = version);

        await using FmeDownload download = await fme.GetJob(42).OpenResultAsync(cancellationToken: Token);

        Assert.Equal(("zip", "FME_1.zip"), (await download.ReadTextAsync(), download.FileName));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_job_without_an_address_has_no_result(FmeApiVersion version)
    {
        using var server = new StubServer().Job(version, url: "");
        using FmeFlowClient fme = server.Client(configure: options => options.ApiVersion = version);

        var error = await Assert.ThrowsAsync<FmeNoResultException>(() => fme.GetJob(42).OpenResultAsync(cancellationToken: Token));

        Assert.Equal(42, error.JobId);
        Assert.Contains("use SubmitDownloadAsync", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HttpStatusCode.NotFound)]
    [InlineData(HttpStatusCode.Gone)]
    public async Task A_result_that_is_gone_has_expired_unless_the_job_wrote_nothing(HttpStatusCode status)
    {
        using var server = new StubServer().Job().Answer(status).Job(features: 0).Answer(status);
        using FmeFlowClient fme = server.Client();

        var expired = await Assert.ThrowsAsync<FmeNoResultException>(() => fme.GetJob(42).OpenResultAsync(cancellationToken: Token));
        var none = await Assert.ThrowsAsync<FmeNoResultException>(() => fme.GetJob(42).OpenResultAsync(cancellationToken: Token));

        Assert.True(expired.IsExpired);
        Assert.False(none.IsExpired);
        Assert.Equal((42, status), (expired.JobId, expired.StatusCode));
        Assert.Equal((42, status), (none.JobId, none.StatusCode));
    }

    [Fact]
    public async Task A_job_that_failed_has_no_result_and_says_why()
    {
        using var server =
            new StubServer().Answer(Accepted).Answer("""{"id":42,"status":"FME_FAILURE","result":{"status":"FME_FAILURE","statusMessage":"Terminator"}}""");
        using FmeFlowClient fme = server.Client();

        var error = await Assert.ThrowsAsync<FmeJobFailedException>(() => fme.DownloadAsync(Order, cancellationToken: Token));

        Assert.Equal("Terminator", error.Result.StatusMessage);
    }

    [Fact]
    public async Task A_failure_cannot_be_asked_for_as_a_result()
    {
        using var server = new StubServer();
        using FmeFlowClient fme = server.Client();
        var lenient = new FmeWaitOptions { ThrowOnFailure = false };

        await Assert.ThrowsAsync<ArgumentException>(() => fme.DownloadAsync(Order, new FmeRunOptions { Wait = lenient }, Token));
        await Assert.ThrowsAsync<ArgumentException>(() => fme.StreamAsync(Order, new FmeRunOptions { Wait = lenient }, Token));
        await Assert.ThrowsAsync<ArgumentException>(() => fme.GetJob(42).OpenResultAsync(lenient, Token));
        await Assert.ThrowsAsync<ArgumentException>(
            () => fme.StreamAsync(Order, new FmeRunOptions { Wait = new FmeWaitOptions { CancelJobOnCancellation = true } }, Token));
        await Assert.ThrowsAsync<ArgumentException>(
            () => fme.StreamAsync(Order, new FmeRunOptions { Wait = new FmeWaitOptions { Progress = new Progress<FmeJobRecord>() } }, Token));
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Refusals_of_the_result_keep_their_meaning()
    {
        using var server = new StubServer()
            .Job().Answer(HttpStatusCode.Unauthorized)
            .Job().Answer(HttpStatusCode.Forbidden)
            .Job().Answer(HttpStatusCode.ServiceUnavailable)
            .Job().Answer(HttpStatusCode.Found, change: response => response.Headers.Location = new Uri("https://evil.example.org/FME_1.zip?token=1"))
            .Job().Answer(HttpStatusCode.OK, """<html><title>Sign in</title></html>""", "text/html")
            .Job().Answer("""{"serviceResponse":{"statusInfo":{"status":"failure","message":"Result store is offline"}}}""");
        using FmeFlowClient fme = server.Client();

        await Assert.ThrowsAsync<FmeUnauthorizedException>(Open);
        await Assert.ThrowsAsync<FmeForbiddenException>(Open);
        await Assert.ThrowsAsync<FmeServerUnavailableException>(Open);
        Assert.Contains(
            "redirects to https://evil.example.org/FME_1.zip (302 Found)", (await Assert.ThrowsAsync<FmeException>(Open)).Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<FmeUnauthorizedException>(Open);
        Assert.Equal("Result store is offline", (await Assert.ThrowsAsync<FmeException>(Open)).ServerMessage);

        Task<FmeDownload> Open() => fme.GetJob(42).OpenResultAsync(cancellationToken: Token);
    }

    [Fact]
    public async Task A_redirect_to_another_host_does_not_get_the_token()
    {
        using var other = new Replay();
        other.On("GET", "/steal", 200, "stolen", "application/zip");
        using var replay = new Replay();
        replay.On("GET", "/fmerest/v3/transformations/jobs/id/42", 200, Data.Record(FmeApiVersion.V3, $"{replay.Server.Url}/results/1.zip"));
        replay.On("GET", "/results/1.zip", WireMock.ResponseBuilders.Response.Create().WithStatusCode(302).WithHeader("Location", $"{other.Server.Url}/steal"));
        using FmeFlowClient fme = replay.Client();
        using var following = new HttpClient();
        using FmeFlowClient borrowed = replay.Client(following);

        await Assert.ThrowsAsync<FmeException>(() => fme.GetJob(42).OpenResultAsync(cancellationToken: Token));
        Assert.Empty(other.Server.LogEntries);
        await using FmeDownload download = await borrowed.GetJob(42).OpenResultAsync(cancellationToken: Token);
        Assert.DoesNotContain("Authorization", Assert.Single(other.Server.LogEntries).RequestMessage!.Headers!.Keys);
    }
}
