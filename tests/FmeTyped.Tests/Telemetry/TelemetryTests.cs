using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;
using FmeTyped.Metadata;
using FmeTyped.Tests.Sample;
using FmeTyped.Tests.Server;
using FmeTyped.Tests.Services;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace FmeTyped.Tests.Telemetry;

public sealed class TelemetryTests
{
    private const string Secret = "PARAMETERmarker77";

    private static readonly FmeRunOptions WithSecret = Options();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_run_is_an_activity_with_its_submission_and_its_waiting_inside()
    {
        using var server = new StubServer().Answer("""{"id":42}""").Answer("""{"id":42,"status":"SUCCESS"}""");
        using FmeFlowClient fme = server.Client();

        IReadOnlyList<Activity> activities = await ListenAsync(() => fme.RunAsync(new AustinDownload(), Options(queue: "Q"), cancellationToken: Token));

        Assert.Equal(["submit Samples/austinDownload.fmw", "wait", "run Samples/austinDownload.fmw"], activities.Select(activity => activity.DisplayName));
        Activity run = activities[2];
        Assert.All(activities.Take(2), activity => Assert.Equal(run.SpanId, activity.ParentSpanId));
        Assert.Equal("fme.repository=Samples fme.workspace=austinDownload.fmw fme.queue=Q fme.job.id=42", Tags(activities[0]));
        Assert.Equal("fme.job.id=42 fme.job.status=success fme.job.status_text=SUCCESS", Tags(activities[1]));
        Assert.Equal("fme.repository=Samples fme.workspace=austinDownload.fmw fme.job.id=42 fme.job.status=success fme.job.status_text=SUCCESS", Tags(run));
        Assert.All(activities, activity => Assert.Equal(ActivityStatusCode.Unset, activity.Status));
    }

    [Fact]
    public async Task Activities_and_metrics_carry_the_version_of_the_library()
    {
        using var server = new StubServer().Answer("""{"id":42}""").Answer("""{"id":42,"status":"SUCCESS"}""");
        using FmeFlowClient fme = server.Client();
        using var polls = Collect<long>("fme.job.polls");

        IReadOnlyList<Activity> activities = await ListenAsync(() => fme.RunAsync(new AustinDownload(), cancellationToken: Token));

        string version = typeof(FmeFlowClient).Assembly.GetName().Version!.ToString(3);
        Assert.All(activities, activity => Assert.Equal(version, activity.Source.Version));
        Assert.Equal(version, polls.Instrument?.Meter.Version);
    }

    [Fact]
    public async Task Activities_and_metrics_name_the_server_by_the_conventions_of_OpenTelemetry()
    {
        using var submissions = Collect<long>("fme.submissions");
        using var polls = Collect<long>("fme.job.polls");
        using var failed = Collect<long>("fme.job.failures");
        using var uploaded = Collect<long>("fme.upload.size");
        using var server = new StubServer()
            .Answer("""{"id":42}""").Answer("""{"id":42,"status":"FME_FAILURE"}""").Answer(HttpStatusCode.Created, "{}");
        using var fme = new FmeFlowClient(
            new FmeFlowOptions { ServerUrl = new Uri("https://named.example.com:8443/fme"), Token = "token", ApiVersion = FmeApiVersion.V3 },
            new HttpClient(server));

        IReadOnlyList<Activity> activities = await ListenAsync(async () =>
        {
            await fme.RunAsync(new AustinDownload(), Options(wait: new FmeWaitOptions { ThrowOnFailure = false }), Token);
            await fme.Resources.UploadAsync("DATA", "in", FmeFile.FromStream("a.txt", _ => new(new MemoryStream([1]))), cancellationToken: Token);
        });

        Assert.Equal(["submit", "wait", "run", "upload"], activities.Select(activity => activity.OperationName));
        Assert.All(activities, activity => Assert.Equal(
            ("named.example.com", 8443), (activity.GetTagItem("server.address"), (int)activity.GetTagItem("server.port")!)));
        Assert.All((MetricCollector<long>[])[submissions, polls, failed, uploaded], collector => Assert.Contains(
            collector.GetMeasurementSnapshot(),
            measurement => Equals(measurement.Tags["server.address"], "named.example.com") && Equals(measurement.Tags["server.port"], 8443)));
    }

    [Theory]
    [InlineData("SUCCESS", "success")]
    [InlineData("success", "success")]
    [InlineData("FME_FAILURE", "failure")]
    [InlineData("JOB_FAILURE", "failure")]
    [InlineData("failure", "failure")]
    [InlineData("ABORTED", "cancelled")]
    [InlineData("cancelled", "cancelled")]
    public async Task The_status_has_one_word_over_the_versions_and_the_servers_beside_it(string status, string word)
    {
        using var server = new StubServer().Status(status);
        using FmeFlowClient fme = server.Client();

        IReadOnlyList<Activity> activities =
            await ListenAsync(() => fme.GetJob(42).WaitAsync(new FmeWaitOptions { ThrowOnFailure = false }, Token));

        Activity wait = Assert.Single(activities);
        Assert.Equal((word, status), (wait.GetTagItem("fme.job.status"), wait.GetTagItem("fme.job.status_text")));
    }

    [Fact]
    public void Clients_share_the_instruments_of_the_process()
    {
        var published = new List<Instrument>();
        using (var listener = new MeterListener { InstrumentPublished = (instrument, _) => published.Add(instrument) })
        {
            listener.Start();
            using FmeFlowClient one = new StubServer().Client();
            using FmeFlowClient other = new StubServer().Client();
        }

        string[] names = [.. published.Where(instrument => instrument.Meter is { Name: FmeFlowClient.TelemetryName, Scope: null }).Select(one => one.Name)];
        Assert.Equal(7, names.Length);
        Assert.Equal(names.Distinct(), names);
    }

#if NET9_0_OR_GREATER
    [Fact]
    public void The_buckets_of_times_are_those_of_jobs()
    {
        using FmeFlowClient fme = new StubServer().Client();
        var times = new List<Histogram<double>>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (instrument is Histogram<double> { Meter: { Name: FmeFlowClient.TelemetryName, Scope: null } } histogram)
                {
                    times.Add(histogram);
                }
            },
        };
        listener.Start();

        Assert.Equal(3, times.Count);
        Assert.All(times, time => Assert.Equal(14400, time.Advice?.HistogramBucketBoundaries?[^1]));
    }
#endif

    [Fact]
    public async Task A_stream_and_a_waiting_call_are_activities_too()
    {
        using var server = new StubServer().Bytes([1], "text/plain").Answer("""{"id":43,"status":"SUCCESS"}""");
        using FmeFlowClient fme = server.Client();

        IReadOnlyList<Activity> activities = await ListenAsync(async () =>
        {
            await (await fme.StreamAsync(new AustinDownload(), cancellationToken: Token)).DisposeAsync();
            await fme.TransactAsync(new AustinDownload(), cancellationToken: Token);
        });

        Assert.Equal(["stream Samples/austinDownload.fmw", "transact Samples/austinDownload.fmw"], activities.Select(activity => activity.DisplayName));
        Assert.Contains("fme.job.id=43", Tags(activities[1]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_download_holds_its_submission_and_its_waiting()
    {
        using var server = new StubServer().Answer("""{"serviceResponse":{"jobID":42}}""").Job().Bytes("zip"u8.ToArray());
        using FmeFlowClient fme = server.Client();

        IReadOnlyList<Activity> activities =
            await ListenAsync(async () => await (await fme.DownloadAsync(new AustinDownload(), cancellationToken: Token)).DisposeAsync());

        Assert.Equal(["submit Samples/austinDownload.fmw", "wait", "download Samples/austinDownload.fmw"], activities.Select(activity => activity.DisplayName));
    }

    [Fact]
    public async Task An_upload_is_an_activity_and_its_bytes_are_counted()
    {
        using var uploaded = Collect<long>("fme.upload.size");
        using var server = new StubServer().Answer(HttpStatusCode.Created, "{}");
        using FmeFlowClient fme = server.Client();

        IReadOnlyList<Activity> activities = await ListenAsync(
            () => fme.Resources.UploadAsync("DATA", "in", FmeFile.FromStream("a.txt", _ => new(new MemoryStream(new byte[4711]))), cancellationToken: Token));

        Assert.Equal("upload", Assert.Single(activities).OperationName);
        Assert.Contains(uploaded.GetMeasurementSnapshot(), measurement => measurement.Value == 4711);
    }

    [Fact]
    public async Task Each_item_of_a_batch_is_an_activity_with_its_place()
    {
        using var server = new StubServer().Answer("""{"id":42}""").Answer(HttpStatusCode.Forbidden);
        using FmeFlowClient fme = server.Client();

        IReadOnlyList<Activity> activities = await ListenAsync(async () =>
        {
            await foreach (FmeBatchItem<AustinDownload> _ in fme.SubmitAllAsync(
                [new AustinDownload(), new AustinDownload()], new() { MaximumRequestsInFlight = 1 }, Token))
            {
            }
        });

        Activity[] items =
            [.. activities.Where(activity => activity.OperationName == "batch item").OrderBy(activity => Tags(activity), StringComparer.Ordinal)];
        Assert.Equal(["0", "1"], items.Select(item => item.GetTagItem("fme.batch.index")?.ToString()));
        Assert.Single(items, item => item.GetTagItem("error.type") as string == "FmeTyped.FmeForbiddenException");
    }

    [Fact]
    public async Task The_callers_own_activity_is_the_current_one_again()
    {
        using var server = new StubServer().Answer("""{"id":42}""").Answer("""{"id":42,"status":"SUCCESS"}""");
        using FmeFlowClient fme = server.Client();

        await ListenAsync(async () =>
        {
            Activity? own = Activity.Current;
            Task<FmeJobResult> run = fme.RunAsync(new AustinDownload(), cancellationToken: Token);
            Assert.Same(own, Activity.Current);
            await run;
            Assert.Same(own, Activity.Current);
        });
    }

    [Fact]
    public async Task A_job_that_failed_is_an_error_whether_it_throws_or_not()
    {
        foreach (bool throws in (bool[])[true, false])
        {
            using var server = new StubServer().Status("FME_FAILURE");
            using FmeFlowClient fme = server.Client();

            IReadOnlyList<Activity> activities = await ListenAsync(
                async () => await Record.ExceptionAsync(() => fme.GetJob(42).WaitAsync(new FmeWaitOptions { ThrowOnFailure = throws }, Token)));

            Activity wait = Assert.Single(activities);
            Assert.Equal(ActivityStatusCode.Error, wait.Status);
            Assert.Equal("fme.job.id=42 fme.job.status=failure fme.job.status_text=FME_FAILURE error.type=FmeTyped.FmeJobFailedException", Tags(wait));
        }
    }

    [Fact]
    public async Task A_submission_that_is_refused_is_an_error_of_its_type()
    {
        using var server = new StubServer().Answer(HttpStatusCode.Forbidden);
        using FmeFlowClient fme = server.Client();

        IReadOnlyList<Activity> activities = await ListenAsync(
            async () => await Record.ExceptionAsync(() => fme.TransactAsync(new AustinDownload(), cancellationToken: Token)));

        Assert.Equal("fme.repository=Samples fme.workspace=austinDownload.fmw error.type=FmeTyped.FmeForbiddenException", Tags(Assert.Single(activities)));
        Assert.Null(activities[0].StatusDescription);
    }

    [Fact]
    public async Task Jobs_are_measured_by_the_servers_clock()
    {
        // A workspace of its own keeps the other tests' jobs apart.
        const string Workspace = "measured.fmw";
        using var submissions = Collect<long>("fme.submissions");
        using var duration = Collect<double>("fme.job.duration");
        using var queued = Collect<double>("fme.job.queue_time");
        using var ran = Collect<double>("fme.job.run_time");
        using var failed = Collect<long>("fme.job.failures");
        using var server = new StubServer()
            .Answer("""{"id":42}""")
            .Answer(
                $$"""{"id":42,"status":"FME_FAILURE","repository":"Samples","workspace":"{{Workspace}}","timeQueued":"2026-01-01T10:00:"""
                    + $$"""00Z","timeStarted":"2026-01-01T10:00:02Z","timeFinished":"2026-01-01T10:00:09Z"}""");
        using FmeFlowClient fme = server.Client();

        await fme.RunAsync(new AustinDownload(), new FmeRunOptions { Workspace = Workspace, Wait = new FmeWaitOptions { ThrowOnFailure = false } }, Token);

        Assert.Equal(1, From(submissions, Workspace).Value);
        Assert.Equal(9, From(duration, Workspace).Value);
        Assert.Equal(2, From(queued, Workspace).Value);
        Assert.Equal(7, From(ran, Workspace).Value);
        Assert.Equal(1, From(failed, Workspace).Value);
        Assert.Equal("failure", From(failed, Workspace).Tags["fme.job.status"]);
        Assert.Equal("FME_FAILURE", From(failed, Workspace).Tags["fme.job.status_text"]);
        Assert.Equal("submit", From(submissions, Workspace).Tags["fme.operation"]);
    }

    [Fact]
    public async Task Logs_have_stable_ids_and_the_jobs_id()
    {
        var logger = new FakeLogger<FmeFlowClient>();
        using var server = new StubServer().Answer("""{"id":42}""").Status("QUEUED", "FME_FAILURE").Answer(HttpStatusCode.BadGateway);
        using FmeFlowClient fme = Client(server, logger);

        FmeJob job = await fme.SubmitAsync(new AustinDownload(), Token);
        await job.WaitAsync(new FmeWaitOptions { ThrowOnFailure = false, InitialDelay = TimeSpan.FromTicks(1) }, Token);
        await Assert.ThrowsAsync<FmeSubmissionUnknownException>(() => fme.SubmitAsync(new AustinDownload(), Token));

        FakeLogRecord[] records = [.. logger.Collector.GetSnapshot()];
        Assert.Equal([10, 1, 10, 6, 10, 6, 4, 10, 2], records.Select(record => record.Id.Id));
        Assert.Equal("42", records[1].GetStructuredStateValue("JobId"));
        Assert.Equal("Submitted Samples/austinDownload.fmw as job 42.", records[1].Message);
        Assert.Equal("Job 42 ended as FME_FAILURE.", records[6].Message);
        Assert.Equal(LogLevel.Error, records[8].Level);
    }

    /// <summary>A cache in front of the server, or a server that was set up anew: the job's record tells which.</summary>
    [Fact]
    public async Task A_job_id_that_two_submissions_get_is_logged()
    {
        var logger = new FakeLogger<FmeFlowClient>();
        using var server = new StubServer().Answer("""{"id":42}""").Answer("""{"id":43}""").Answer("""{"id":42}""");
        using FmeFlowClient fme = Client(server, logger);

        for (int i = 0; i < 3; i++)
        {
            await fme.SubmitAsync(new AustinDownload(), Token);
        }

        FakeLogRecord repeated = Assert.Single(logger.Collector.GetSnapshot(), record => record.Level == LogLevel.Warning);
        Assert.Equal(9, repeated.Id.Id);
        Assert.Equal("42", repeated.GetStructuredStateValue("JobId"));
    }

    [Fact]
    public async Task No_secret_shows_in_any_log_tag_or_text()
    {
        var logger = new FakeLogger<FmeFlowClient>();
        string echo = $$"""{"message":"{{Server.Tokens.Marker}}"}""";
        using var server = new StubServer()
            .Answer("""{"id":42}""").Answer(HttpStatusCode.ServiceUnavailable, echo).Answer("""{"id":42,"status":"SUCCESS"}""")
            .Answer(HttpStatusCode.BadRequest, echo).Answer(HttpStatusCode.BadGateway, echo);
        using FmeFlowClient fme = Client(server, logger);
        var errors = new List<Exception?>();

        IReadOnlyList<Activity> activities = await ListenAsync(async () =>
        {
            await fme.RunAsync(new AustinDownload(), Options(wait: new FmeWaitOptions { InitialDelay = TimeSpan.FromTicks(1) }), Token);
            errors.Add(await Record.ExceptionAsync(() => fme.TransactAsync(new AustinDownload(), WithSecret, cancellationToken: Token)));
            errors.Add(await Record.ExceptionAsync(() => fme.SubmitAsync(new AustinDownload(), WithSecret, Token)));
        });

        string told = string.Join('\n', (IEnumerable<string>)
        [
            .. logger.Collector.GetSnapshot().Select(record => record.Message + string.Join(',', record.StructuredState ?? [])),
            .. activities.Select(activity => activity.DisplayName + Tags(activity) + activity.StatusDescription),
            .. errors.Select(error => error!.ToString()),
        ]);
        Assert.Equal(2, errors.OfType<FmeException>().Count());
        Assert.Contains("Could not poll job 42", told, StringComparison.Ordinal);
        Assert.DoesNotContain(Server.Tokens.Marker, told, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, told, StringComparison.Ordinal);
    }

    private static FmeRunOptions Options(string? queue = null, FmeWaitOptions? wait = null) => new()
    {
        ExtraParameters = new Dictionary<string, FmeParameterValue> { ["MAXY"] = Secret },
        Queue = queue,
        Wait = wait,
    };

    private static FmeFlowClient Client(StubServer server, ILogger<FmeFlowClient> logger) => new(
        new FmeFlowOptions { ServerUrl = new Uri("https://fme.example.com"), Token = Server.Tokens.Marker, ApiVersion = FmeApiVersion.V3 },
        new HttpClient(server),
        logger);

    private static MetricCollector<T> Collect<T>(string instrument)
        where T : struct => new(meterScope: null, FmeFlowClient.TelemetryName, instrument);

    private static CollectedMeasurement<T> From<T>(MetricCollector<T> collector, string workspace)
        where T : struct =>
            Assert.Single(collector.GetMeasurementSnapshot(), measurement => Equals(measurement.Tags.GetValueOrDefault("fme.workspace"), workspace));

    // All name the server, which has a test of its own.
    private static string Tags(Activity activity) => string.Join(
        ' ',
        activity.TagObjects.Where(tag => !tag.Key.StartsWith("server.", StringComparison.Ordinal)).Select(tag => $"{tag.Key}={tag.Value}"));

    /// <summary>The activities of one action, in the order in which they ended; those of other tests are of other traces.</summary>
    private static async Task<IReadOnlyList<Activity>> ListenAsync(Func<Task> action)
    {
        var ended = new List<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == FmeFlowClient.TelemetryName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                lock (ended)
                {
                    ended.Add(activity);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        using Activity root = new Activity("test").Start();
        await action();
        lock (ended)
        {
            return [.. ended.Where(activity => activity.TraceId == root.TraceId)];
        }
    }
}
