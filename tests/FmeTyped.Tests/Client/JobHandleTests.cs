using System.Net;
using System.Text.Json;
using FmeTyped.Generated;
using FmeTyped.Metadata;
using FmeTyped.Tests.Requests;
using FmeTyped.Tests.Sample;
using FmeTyped.Tests.Server;

namespace FmeTyped.Tests.Client;

/// <summary>What a handle can do beyond waiting: watch, explain, repeat the request, be kept, and tell a purged record from a failure.</summary>
public sealed class JobHandleTests
{
    private const string Missing = """{"message":"Job 42 does not exist."}""";

    private readonly FakeTime _time = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Watching_gives_a_record_for_each_change_of_status()
    {
        using var server = new StubServer().Status("QUEUED", "QUEUED", "PULLED", "PULLED", "pulled", "FME_FAILURE");
        using FmeFlowClient fme = server.Client(_time);
        List<string> seen = [];

        Task watch = Task.Run(
            async () =>
            {
                await foreach (FmeJobRecord record in fme.GetJob(42).WatchAsync(cancellationToken: Token))
                {
                    seen.Add(record.Status.Text);
                }
            },
            Token);
        for (int i = 0; i < 5; i++)
        {
            await _time.PassPauseAsync();
        }

        await watch;
        Assert.Equal(["QUEUED", "PULLED", "FME_FAILURE"], seen);
    }

    [Fact]
    public async Task Watching_ends_when_its_own_time_is_up()
    {
        using var server = new StubServer().Status("QUEUED", "QUEUED");
        using FmeFlowClient fme = server.Client(_time);
        var options = new FmeWaitOptions { Timeout = TimeSpan.FromMinutes(1), InitialDelay = TimeSpan.FromMinutes(2), MaximumDelay = TimeSpan.FromMinutes(2) };

        Task watch = Task.Run(
            async () =>
            {
                await foreach (FmeJobRecord record in fme.GetJob(42).WatchAsync(options, Token))
                {
                    Assert.Equal("QUEUED", record.Status.Text);
                }
            },
            Token);

        Assert.Equal(options.Timeout, await _time.PassPauseAsync());
        Assert.Equal(options.Timeout, (await Assert.ThrowsAsync<FmeWaitTimeoutException>(() => watch)).Timeout);
    }

    [Fact]
    public async Task A_wait_that_is_cancelled_while_it_counts_features_says_so()
    {
        using var cancellation = new CancellationTokenSource();
        using var server = new StubServer().Status("SUCCESS").Hang(cancellation.Cancel);
        using FmeFlowClient fme = server.Client(_time);

        var error = await Assert.ThrowsAsync<FmeOperationCanceledException>(
            () => fme.GetJob(42).WaitAsync(new FmeWaitOptions { MinimumFeatures = 1, ThrowOnFailure = false }, cancellation.Token));

        Assert.Equal(cancellation.Token, error.CancellationToken);
    }

    [Fact]
    public void Watching_refuses_what_it_cannot_do()
    {
        using var server = new StubServer();
        using FmeFlowClient fme = server.Client();

        Assert.Throws<ArgumentException>(() => fme.GetJob(1).WatchAsync(new FmeWaitOptions { CancelJobOnCancellation = true }, Token));
        Assert.Throws<ArgumentException>(() => fme.GetJob(1).WatchAsync(new FmeWaitOptions { MinimumFeatures = 1 }, Token));
    }

    [Fact]
    public async Task A_handle_is_kept_and_resumed()
    {
        using var server = new StubServer().Answer("""{"id":42}""").Status("SUCCESS");
        using FmeFlowClient fme = server.Client(_time);
        FmeJob job = await fme.SubmitAsync(new AustinDownload(), new FmeRunOptions { CorrelationKey = "k\"1" }, Token);

        string kept = job.ToHandle().ToString();
        FmeJobHandle read = FmeJobHandle.Parse(kept);

        Assert.Equal(job.ToHandle(), read);
        Assert.Equal(("Samples", "austinDownload.fmw", "k\"1"), (read.Repository, read.Workspace, read.CorrelationKey));
        Assert.Equal(_time.GetUtcNow(), read.TimeSubmitted);
        Assert.DoesNotContain(Tokens.Marker, kept, StringComparison.Ordinal);
        Assert.Equal(read, JsonSerializer.Deserialize<FmeJobHandle>(JsonSerializer.Serialize(read)));
        Assert.True((await fme.Resume(read).WaitAsync(cancellationToken: Token)).Succeeded);
    }

    [Fact]
    public void A_handle_of_another_server_is_refused()
    {
        using var server = new StubServer();
        using FmeFlowClient fme = server.Client();

        Assert.Equal(1, fme.Resume(new FmeJobHandle { ServerUrl = new Uri("HTTPS://FME.example.com:443/"), Id = 1 }).Id);
        Assert.Contains(
            "is on https://other.example.com/",
            Assert.Throws<ArgumentException>(() => fme.Resume(new FmeJobHandle { ServerUrl = new Uri("https://other.example.com"), Id = 1 })).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("17")]
    [InlineData("{}")]
    [InlineData("""{"server":"https://a.example.com"}""")]
    [InlineData("""{"server":"https://a.example.com","id":"1"}""")]
    [InlineData("""{"server":"https://a.example.com","id":0}""")]
    [InlineData("""{"server":"a","id":1}""")]
    public void What_is_no_handle_is_not_read(string? text)
    {
        Assert.False(FmeJobHandle.TryParse(text, out FmeJobHandle? handle));
        Assert.Null(handle);
    }

    [Fact]
    public void A_handle_with_more_than_is_known_is_read() =>
        Assert.Equal(7, FmeJobHandle.Parse("""{"server":"https://a.example.com","id":7,"later":[1]}""").Id);

    [Fact]
    public async Task A_record_that_is_gone_is_no_failure_where_the_job_was_there()
    {
        using var server = new StubServer().Answer("""{"id":42}""");
        for (int i = 0; i < 5; i++)
        {
            server.Answer(HttpStatusCode.NotFound, Missing);
        }

        using FmeFlowClient fme = server.Client();
        FmeJob job = await fme.SubmitAsync(new AustinDownload(), Token);

        Assert.Equal(42, (await Assert.ThrowsAsync<FmeJobPurgedException>(() => job.WaitAsync(cancellationToken: Token))).JobId);
        await Assert.ThrowsAsync<FmeJobPurgedException>(() => job.GetRecordAsync(Token));
        await Assert.ThrowsAsync<FmeJobPurgedException>(() => fme.Resume(job.ToHandle()).GetRecordAsync(Token));
        await Assert.ThrowsAsync<FmeJobPurgedException>(() => job.ExplainAsync(Token));
        await Assert.ThrowsAsync<FmeNotFoundException>(() => fme.GetJob(42).GetRecordAsync(Token));
    }

    [Fact]
    public async Task A_status_that_says_deleted_is_purged_too()
    {
        using var server = new StubServer().Status("DELETED");
        using FmeFlowClient fme = server.Client();

        await Assert.ThrowsAsync<FmeJobPurgedException>(() => fme.GetJob(42).WaitAsync(new FmeWaitOptions { ThrowOnFailure = false }, Token));
    }

    [Fact]
    public async Task A_proxys_404_does_not_mean_that_a_record_is_gone()
    {
        using var server = new StubServer().Status("PULLED").Answer(HttpStatusCode.NotFound, "<html></html>", "text/html");
        using FmeFlowClient fme = server.Client(_time);

        Task<FmeJobResult> wait = fme.GetJob(42).WaitAsync(cancellationToken: Token);
        await _time.PassPauseAsync();

        await Assert.ThrowsAsync<FmeNotFoundException>(() => wait);
    }

    [Fact]
    public async Task A_record_is_deleted_in_version_4_only()
    {
        using var server = new StubServer().Answer(HttpStatusCode.NoContent).Answer(HttpStatusCode.UnprocessableEntity, """{"message":"It runs."}""");
        using FmeFlowClient v4 = server.Client(configure: options => options.ApiVersion = FmeApiVersion.V4);
        using FmeFlowClient v3 = server.Client();

        await v4.GetJob(42).DeleteAsync(Token);
        Assert.Equal(["DELETE /fmeapiv4/jobs/42"], server.Lines);
        Assert.Equal("It runs.", (await Assert.ThrowsAsync<FmeException>(() => v4.GetJob(42).DeleteAsync(Token))).ServerMessage);
        await Assert.ThrowsAsync<FmeNotSupportedException>(() => v3.GetJob(42).DeleteAsync(Token));
        Assert.Equal(2, server.Requests.Count);
    }

    [Theory]
    [InlineData(0, 0, true)]
    [InlineData(0, 1, false)]
    [InlineData(5, 5, true)]
    [InlineData(4, 5, false)]
    public async Task A_success_with_too_few_features_counts_as_failed(int written, int minimum, bool succeeded)
    {
        using var server =
            new StubServer().Answer($$"""{"id":42,"status":"SUCCESS","numWarnings":3,"result":{"status":"SUCCESS","numFeaturesOutput":{{written}} } }""");
        using FmeFlowClient fme = server.Client();

        FmeJobResult result = await fme.GetJob(42).WaitAsync(new FmeWaitOptions { MinimumFeatures = minimum, ThrowOnFailure = false }, Token);

        Assert.Equal(succeeded, result.Succeeded);
        Assert.Equal(!succeeded, result.HasTooFewFeatures);
        Assert.Equal("SUCCESS", result.Status.Text);
        Assert.Equal(3, result.WarningCount);
    }

    [Fact]
    public async Task The_least_number_of_features_begins_at_none()
    {
        using var server = new StubServer();
        using FmeFlowClient fme = server.Client();

        await Assert.ThrowsAsync<ArgumentException>(() => fme.GetJob(42).WaitAsync(new FmeWaitOptions { MinimumFeatures = -1 }, Token));
    }

    [Fact]
    public void What_is_no_text_is_no_handle()
    {
        // An attribute could not hold the second.
        string escaped = """{"server":"https://fme.example.com","id":1,"repository":"\ud83d"}""";
        string bare = escaped.Replace("\\ud83d", "\ud83d", StringComparison.Ordinal);

        Assert.Throws<FormatException>(() => FmeJobHandle.Parse(escaped));
        Assert.Throws<FormatException>(() => FmeJobHandle.Parse(bare));
    }

    [Fact]
    public async Task Where_the_record_does_not_tell_the_features_the_log_does()
    {
        const string Log = "Features Written Summary\n-----\nroads 7\n-----\n";
        using var server =
            new StubServer().Status("success").Answer(HttpStatusCode.OK, Log, "text/plain").Status("success").Answer(HttpStatusCode.NotFound, Missing);
        using FmeFlowClient fme = server.Client();

        Assert.Equal(7, (await fme.GetJob(42).WaitAsync(new FmeWaitOptions { MinimumFeatures = 7 }, Token)).FeatureCount);
        var error = await Assert.ThrowsAsync<FmeJobFailedException>(() => fme.GetJob(42).WaitAsync(new FmeWaitOptions { MinimumFeatures = 7 }, Token));
        Assert.Equal(
            "Job 42 ended as success, but nothing tells how many features it wrote, where at least 7 were asked for. See its log.", error.Message);
    }

    [Fact]
    public async Task Transact_knows_the_minimum_too()
    {
        using var server = new StubServer().Answer("""{"id":42,"status":"SUCCESS","numFeaturesOutput":0}""");
        using FmeFlowClient fme = server.Client();

        var error = await Assert.ThrowsAsync<FmeJobFailedException>(
            () => fme.TransactAsync(new AustinDownload(), new FmeRunOptions { Wait = new FmeWaitOptions { MinimumFeatures = 1 } }, Token));

        Assert.Contains("wrote 0 features, where at least 1 were asked for", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_request_is_read_back_as_its_type()
    {
        using var server = new StubServer()
            .Answer(
                """{"id":42,"request":{"publishedParameters":[{"name":"THEMES","value":["airports"]},{"name":"MAXY","raw":"42"},"""
                    + """{"name":"FME_SECURITY_USER","value":"admin"}]}}""")
            .Answer("""{"id":42}""").Answer("""{"publishedParameters":[{"name":"MAXY","value":"a lot"}]}""")
            .Answer("""{"id":42}""").Answer(HttpStatusCode.NotFound, Missing);
        using FmeFlowClient fme = server.Client();

        AustinDownload request = await fme.GetJob(42).GetRequestAsync<AustinDownload>(Token);
        Assert.Equal(new AustinDownload { Themes = [AustinDownload.ThemesOption.Airports], Maxy = 42 }, request);

        var stale = await Assert.ThrowsAsync<FmeValidationException>(() => fme.GetJob(42).GetRequestAsync<AustinDownload>(Token));
        Assert.Equal("MAXY", Assert.Single(stale.Errors).Parameter);
        Assert.Equal(42, stale.JobId);
        Assert.StartsWith(
            "Could not read the request of job 42: its parameters do not fit Samples/austinDownload.fmw", stale.Message, StringComparison.Ordinal);

        await Assert.ThrowsAsync<FmeNotSupportedException>(() => fme.GetJob(42).GetRequestAsync<AustinDownload>(Token));
        Assert.Contains("GET /fmerest/v3/transformations/jobs/id/42/request", server.Lines);
    }

    [Fact]
    public async Task An_explanation_puts_together_what_is_known()
    {
        const string Record = """
            {"id":42,"status":"failure","statusMessage":"Terminator with hunter2","repository":"Samples","workspace":"survey.fmw","featureOutputCount":0,"warningCount":1,"errorCount":2,
             "publishedParameters":{"PASSWORD":"hunter2","DB_PWD":"0pen","TITLE":"Roads","API_KEY":"","list_of_tokens":["t1","t2"]}}
            """;
        string log = string.Concat(Enumerable.Range(0, 50).Select(i => $"2026-01-09 10:11:{i:00}|   0.7|  0.0|INFORM|line {i}\n"))
            + "2026-01-09 10:12:00|   0.8|  0.0|WARN  |old\n"
            + "2026-01-09 10:12:01|   0.8|  0.0|ERROR |cannot log in with hunter2 | 0pen\n"
            + "2026-01-09 10:12:01|   0.8|  0.0|FATAL |the second\n";
        using var server = new StubServer().Answer(Record).Answer(HttpStatusCode.OK, log, "text/plain").Answer(Record).Answer(HttpStatusCode.NotFound, Missing);
        using FmeFlowClient fme = server.Client(configure: options => options.ApiVersion = FmeApiVersion.V4);

        FmeJobExplanation explanation = await fme.GetJob(42).ExplainAsync<Survey>(Token);

        Assert.Equal("cannot log in with *** | ***", explanation.FirstError!.Message);
        Assert.Equal(20, explanation.LastLines.Count);
        Assert.Equal<(long?, long?)>((1, 2), (explanation.Result.WarningCount, explanation.Result.ErrorCount));
        Assert.Equal("Terminator with ***", explanation.Result.StatusMessage);
        string text = explanation.ToString();
        Assert.StartsWith(
            "Job 42 (Samples/survey.fmw): failure, Terminator with ***\n0 features written, 1 warnings, 2 errors\nFirst error: cannot log in",
            text,
            StringComparison.Ordinal);
        Assert.Contains("  TITLE = Roads\n", text, StringComparison.Ordinal);
        Assert.Contains("  API_KEY = \n", text, StringComparison.Ordinal);
        foreach (string secret in (string[])["hunter2", "0pen", "t1"])
        {
            Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
        }

        FmeJobExplanation short_ = await fme.GetJob(42).ExplainAsync(Token);
        Assert.Empty(short_.LastLines);
        Assert.Null(short_.FirstError);
    }

    [Fact]
    public async Task An_explanation_of_a_job_of_this_client_masks_what_its_workspace_calls_secret()
    {
        const string Record = """{"id":42,"status":"failure","statusMessage":"hunter2 is no key","publishedParameters":{"KEY":"hunter2"}}""";
        using var server = new StubServer().Answer(HttpStatusCode.Accepted, """{"id":42}""").Answer(Record).Answer(HttpStatusCode.NotFound, Missing);
        using FmeFlowClient fme = server.Client(configure: options => options.ApiVersion = FmeApiVersion.V4);

        FmeJob job = await fme.SubmitAsync(new Locked(), Token);

        Assert.DoesNotContain("hunter2", (await job.ExplainAsync(Token)).ToString(), StringComparison.Ordinal);
    }

    /// <summary>A request whose secret has a name that does not say so.</summary>
    private sealed class Locked : IFmeRequest
    {
        private static readonly FmeParameterDescriptor Key = new("KEY", FmeParameterKind.Secret);

        public FmeWorkspaceDescriptor Descriptor { get; } = new("Samples", "locked.fmw") { Parameters = [Key] };

        public void Write(FmeParameterWriter writer) => writer.WriteSecret(Key, new FmeSecret("hunter2"));
    }
}
