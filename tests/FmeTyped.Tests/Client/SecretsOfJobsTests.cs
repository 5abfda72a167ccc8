using System.Net;
using System.Text;
using FmeTyped.Metadata;
using FmeTyped.Tests.Requests;
using FmeTyped.Tests.Sample;
using FmeTyped.Tests.Server;
using FmeTyped.Tests.Services;
using Microsoft.Extensions.Logging.Testing;

namespace FmeTyped.Tests.Client;

/// <summary>What is secret of a submission shows in nothing that is told of its job later.</summary>
public sealed class SecretsOfJobsTests
{
    private const string Secret = "kR7/\"hunter\"";

    // In lower case and as HTML writes it, as proxies do.
    private const string Echo = "kR7%2f%22hunter%22 and kR7/&#34;hunter&#x22; and kR7\\u002f\\u0022hunter\\u0022";

    private static readonly FmeParameterDescriptor Key = new("KEY", FmeParameterKind.Secret);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(FmeApiVersion.V3, "FME_FAILURE")]
    [InlineData(FmeApiVersion.V4, "failure")]
    public async Task A_failed_jobs_message_shows_none_in_any_call(FmeApiVersion version, string status)
    {
        string record =
            $$"""{"id":42,"status":"{{status}}","statusMessage":"{{Json(Echo)}}","result":{"id":42,"status":"{{status}}","statusMessage":"{{Json(Echo)}}"} }""";
        using var server = new StubServer().Answer("""{"id":42}""").Answer(record).Answer(record).Answer(record);
        using FmeFlowClient fme = server.Client(configure: options => options.ApiVersion = version);

        var error = await Assert.ThrowsAsync<FmeJobFailedException>(() => fme.RunAsync(Request(), cancellationToken: Token));
        AssertHidden(error.ToString());
        Assert.Contains("*** and *** and ***", error.Message, StringComparison.Ordinal);
        Assert.Equal("*** and *** and ***", (await fme.GetJob(42).GetRecordAsync(Token)).StatusMessage);
        Assert.Equal("*** and *** and ***", (await fme.Resume(new FmeJobHandle { ServerUrl = new Uri("https://fme.example.com"), Id = 42 })
            .WaitAsync(new FmeWaitOptions { ThrowOnFailure = false }, Token)).StatusMessage);
    }

    [Theory]
    [InlineData(FmeApiVersion.V3)]
    [InlineData(FmeApiVersion.V4)]
    public async Task A_list_of_jobs_that_is_refused_shows_none_of_any_job(FmeApiVersion version)
    {
        using var server = new StubServer().Answer("""{"id":42}""").Answer(HttpStatusCode.BadRequest, $$"""{"message":"{{Json(Echo)}}"}""");
        using FmeFlowClient fme = server.Client(configure: options => options.ApiVersion = version);
        await fme.SubmitAsync(Request(), Token);

        var error = await Assert.ThrowsAnyAsync<FmeException>(async () =>
        {
            await foreach (FmeJobRecord _ in fme.ListJobsAsync(cancellationToken: Token))
            {
            }
        });

        AssertHidden(error.ToString());
        Assert.Contains("*** and *** and ***", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_status_of_no_server_shows_none()
    {
        const string Record = $$$"""{"id":42,"status":"SUCCESS","result":{"id":42,"status":"x {{{Tokens.Marker}}}"}}""";
        using var server = new StubServer().Answer(Record).Answer(Record).Answer(Record);
        using FmeFlowClient fme = server.Client();
        FmeJob job = fme.Resume(new FmeJobHandle { ServerUrl = new Uri("https://fme.example.com"), Id = 42, Repository = "Samples", Workspace = "a.fmw" });

        Assert.Equal("x ***", (await Assert.ThrowsAsync<FmeJobFailedException>(() => job.WaitAsync(Token))).Result.Status.Text);
        Assert.Equal("x ***", (await Assert.ThrowsAsync<FmeJobFailedException>(() => fme.GetJob(42).WaitAsync(Token))).Result.Status.Text);
        Assert.Equal("x ***", (await job.GetRecordAsync(Token)).ResultStatus!.Value.Text);
    }

    [Fact]
    public async Task Looks_that_fail_show_none_in_the_log_and_none_in_the_end()
    {
        var logger = new FakeLogger<FmeFlowClient>();
        using var server = new StubServer().Answer("""{"id":42}""");
        for (int i = 0; i < 5; i++)
        {
            server.Answer(HttpStatusCode.ServiceUnavailable, Echo, "text/plain");
        }

        var options = new FmeFlowOptions { ServerUrl = new Uri("https://fme.example.com"), Token = Tokens.Marker, ApiVersion = FmeApiVersion.V3 };
        var wait = new FmeWaitOptions { InitialDelay = TimeSpan.FromMilliseconds(1), MaximumDelay = TimeSpan.FromMilliseconds(1) };
        using var fme = new FmeFlowClient(options, new HttpClient(server), logger);

        AssertHidden(
            (await Assert.ThrowsAsync<FmeServerUnavailableException>(() => fme.RunAsync(Request(), new FmeRunOptions { Wait = wait }, Token))).ToString());

        Assert.Equal(4, logger.Collector.GetSnapshot().Count(record => record.Message.Contains("*** and *** and ***", StringComparison.Ordinal)));
        Assert.All(logger.Collector.GetSnapshot(), record => AssertHidden(record.Message));
    }

    [Fact]
    public async Task Lines_and_entries_of_its_log_show_none()
    {
        const string Line = "2024-1-1 00:00:00|0.1|0.1|ERROR |KEY=" + Echo;
        using var server =
            new StubServer().Answer("""{"id":42}""").Answer(HttpStatusCode.OK, Line + "\n" + Line, "text/plain").Answer(HttpStatusCode.OK, Line, "text/plain");
        using FmeFlowClient fme = server.Client();
        FmeJob job = await fme.SubmitAsync(Request(), Token);

        Assert.Equal("2024-1-1 00:00:00|0.1|0.1|ERROR |KEY=*** and *** and ***", (await job.GetLogAsync(Token)).Split('\n')[1]);
        await foreach (FmeLogEntry entry in job.ReadLogEntriesAsync(cancellationToken: Token))
        {
            Assert.Equal("KEY=*** and *** and ***", entry.Message);
        }
    }

    [Fact]
    public async Task A_secret_that_is_a_number_leaves_counts_alone()
    {
        const string Log = "Features Written Summary\n=-=-=\nroads12 12\n=-=-=\nTotal Features Written 12\n";
        using var server = new StubServer().Answer("""{"id":42}""").Answer(HttpStatusCode.OK, Log, "text/plain");
        using FmeFlowClient fme = server.Client();
        FmeJob job = await fme.SubmitAsync(Request("12"), Token);

        Assert.Equal([new("roads***", 12)], (await job.GetFeatureCountsAsync(Token))!);
    }

    [Fact]
    public async Task An_explanation_shows_none()
    {
        using var server = new StubServer()
            .Answer("""{"id":42}""")
            .Answer($$"""{"id":42,"status":"failure","statusMessage":"{{Json(Echo)}}","publishedParameters":{} }""")
            .Answer(HttpStatusCode.OK, $"2024-1-1 00:00:00|0.1|0.1|ERROR |{Echo} {Tokens.Marker}", "text/plain");
        using FmeFlowClient fme = server.Client(configure: options => options.ApiVersion = FmeApiVersion.V4);

        FmeJobExplanation explanation = await (await fme.SubmitAsync(Request(), Token)).ExplainAsync(Token);

        AssertHidden(explanation.ToString());
        Assert.Equal("*** and *** and *** ***", explanation.FirstError!.Message);
        Assert.EndsWith("*** and *** and *** ***", Assert.Single(explanation.LastLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_status_that_is_none_shows_none()
    {
        using var server = new StubServer().Answer("""{"id":42}""").Answer($$"""{"id":42,"status":"{{Json(Secret)}}"}""");
        using FmeFlowClient fme = server.Client();

        Assert.Equal("***", (await (await fme.SubmitAsync(Request(), Token)).GetRecordAsync(Token)).Status.Text);
    }

    [Fact]
    public async Task A_waiting_calls_job_shows_none_afterwards()
    {
        string record =
            $$"""{"id":42,"status":"SUCCESS","statusMessage":"{{Json(Echo)}}","result":{"id":42,"status":"SUCCESS","statusMessage":"{{Json(Echo)}}"} }""";
        using var server = new StubServer().Answer(record).Answer(record);
        using FmeFlowClient fme = server.Client();

        Assert.Equal("*** and *** and ***", (await fme.TransactAsync(Request(), cancellationToken: Token)).StatusMessage);
        Assert.Equal("*** and *** and ***", (await fme.GetJob(42).GetRecordAsync(Token)).StatusMessage);
    }

    [Fact]
    public async Task The_name_and_the_type_of_a_result_show_none()
    {
        using var server = new StubServer()
            .Answer("""{"id":42}""")
            .Job()
            .Bytes("data"u8.ToArray(), "hunter/kr7", headers => headers.ContentDisposition = new("attachment") { FileNameStar = "of hunter.zip" });
        using FmeFlowClient fme = server.Client();
        FmeJob job = await fme.SubmitAsync(Request("hunter"), Token);

        await using FmeDownload download = await job.OpenResultAsync(cancellationToken: Token);

        Assert.Equal(("of ___.zip", "***/kr7"), (download.FileName, download.MediaType));
    }

    [Theory]
    [InlineData(FmeParameterKind.Secret, true)]
    [InlineData(FmeParameterKind.File, true)]
    [InlineData(FmeParameterKind.Folder, true)]
    [InlineData(FmeParameterKind.Text, false)]
    public void A_password_and_an_address_may_hold_one(FmeParameterKind kind, bool may)
    {
        var parameter = new FmeParameterDescriptor("KEY", kind);

        Assert.Equal(may, SecretCollector.MayCollect(new TestRequest(_ => { }, parameter).Descriptor));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_is_secret_in_the_address_of_a_file_shows_in_nothing(bool isList)
    {
        var source = new FmeParameterDescriptor("SOURCE", FmeParameterKind.File) { IsList = isList };
        FmeFile file = FmeFile.FromUrl(new Uri("https://me:hunter@example.com/a.zip"));
        var request = new TestRequest(
            writer =>
            {
                if (isList)
                {
                    writer.WriteFiles(source, [file]);
                }
                else
                {
                    writer.WriteFile(source, file);
                }
            },
            source);
        using var server = new StubServer().Answer("""{"id":42}""").Answer("""{"id":42,"status":"failure","statusMessage":"no hunter"}""");
        using FmeFlowClient fme = server.Client(configure: options => options.ApiVersion = FmeApiVersion.V4);

        Assert.Equal("no ***", (await (await fme.SubmitAsync(request, Token)).GetRecordAsync(Token)).StatusMessage);
    }

    [Fact]
    public async Task A_handle_holds_none()
    {
        using var server = new StubServer().Answer("""{"id":42}""");
        using FmeFlowClient fme = server.Client();

        AssertHidden((await fme.SubmitAsync(Request(), Token)).ToHandle().ToString());
    }

    [Fact]
    public async Task What_fails_after_a_submission_has_left_shows_none_and_nor_does_its_job_when_it_is_found()
    {
        var logger = new ThrowingLogger("Responded", Echo);
        using var server = new JobServer();
        server.Garble = (_, body) =>
            Encoding.UTF8.GetBytes(
                Encoding.UTF8.GetString(body).Replace("\"id\":", $"\"result\":{{\"statusMessage\":\"{Json(Echo)}\"}},\"id\":", StringComparison.Ordinal));
        var options = new FmeFlowOptions
        {
            ServerUrl = new Uri("https://fme.example.com"),
            Token = Tokens.Marker,
            ApiVersion = FmeApiVersion.V3,
            TimeProvider = new EagerTime(),
            RequestTimeout = Timeout.InfiniteTimeSpan,
        };
        using var fme = new FmeFlowClient(options, new HttpClient(server), logger);
        var run = new FmeRunOptions { ExtraParameters = new Dictionary<string, FmeParameterValue> { ["PASSWORD"] = Secret } };

        var lost = await Assert.ThrowsAsync<FmeSubmissionUnknownException>(() => fme.SubmitAsync(new AustinDownload { Maxy = 42 }, run, Token));
        AssertHidden(lost.ToString());
        Assert.Contains("*** and *** and ***", lost.InnerException!.Message, StringComparison.Ordinal);

        logger.IsWell = true;
        Search search = await Search.RunAsync(fme.FindSubmissionAsync(lost, Token));
        Assert.Equal("*** and *** and ***", (await search.Job!.GetRecordAsync(Token)).StatusMessage);
    }

    private static TestRequest Request(string secret = Secret) => new(writer => writer.WriteSecret(Key, new FmeSecret(secret)), Key);

    private static string Json(string text) => System.Text.Json.JsonEncodedText.Encode(text).ToString();

    private static void AssertHidden(string text) => Assert.DoesNotContain("hunter", text, StringComparison.OrdinalIgnoreCase);
}
