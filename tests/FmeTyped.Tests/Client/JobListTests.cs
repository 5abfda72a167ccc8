using System.Net;
using FmeTyped.Tests.Sample;
using FmeTyped.Tests.Server;

namespace FmeTyped.Tests.Client;

public sealed class JobListTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 9, 12, 0, 0, TimeSpan.Zero);

    public static TheoryData<FmeApiVersion> Versions => [FmeApiVersion.V3, FmeApiVersion.V4];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [CorpusFact]
    public async Task The_recorded_lists_of_version_3_are_read()
    {
        using var replay = new Replay();
        const string Root = "/fmerest/v3/transformations/jobs/";
        foreach (string list in (string[])["queued", "running", "completed"])
        {
            replay.On("GET", Root + list, 200, Corpus.Read("rest", "v3", $"jobs-{list}-page.json"));
        }

        using FmeFlowClient fme = replay.Client();

        Assert.Equal(
            [(1L, "QUEUED"), (4, "PULLED"), (3, "SUCCESS"), (2, "FME_FAILURE")],
            (await ReadAsync(fme.ListJobsAsync(cancellationToken: Token))).Select(job => (job.Id, job.Status.Text)));
    }

    [CorpusFact]
    public async Task The_recorded_lists_of_version_4_are_read()
    {
        using var replay = new Replay { ApiVersion = FmeApiVersion.V4 };
        replay.On("GET", "/fmeapiv4/jobs", 200, Corpus.Read("rest", "v4", "jobs-completed-page.json"));
        using FmeFlowClient fme = replay.Client();

        FmeJobRecord[] jobs = await ReadAsync(fme.ListJobsAsync(new FmeJobQuery { States = FmeJobStates.Finished }, Token));

        Assert.Equal([(1L, "success"), (2, "failure"), (3, "cancelled")], jobs.Select(job => (job.Id, job.Status.Text)));
        Assert.Equal(
            "/fmeapiv4/jobs?status=success&status=failure&status=cancelled&sort=timeFinished_desc&limit=100&offset=0",
            replay.Server.LogEntries.Single().RequestMessage!.Url[replay.Server.Url!.Length..]);
    }

    [Fact]
    public async Task Filters_go_to_the_server_by_the_servers_names()
    {
        var query = new FmeJobQuery(AustinDownload.Descriptor) {
            States = FmeJobStates.Running | FmeJobStates.Failed,
            Queue = "Q & A",
            SourceType = "schedules",
            SourceId = "s1",
            UserName = "ann",
            PageSize = 7,
        };
        Assert.Equal(
            [
                "GET /fmerest/v3/transformations/jobs/running?repository=Samples-Test&workspace=austinDownload.fmw&userName=ann&sourceType=schedules&sourceID=s1&limit=7&offset=0",
                "GET /fmerest/v3/transformations/jobs/completed?repository=Samples-Test&workspace=austinDownload.fmw&userName=ann&sourceType=schedules&sourceID=s1&limit=7&offset=0",
            ],
            await LinesAsync(FmeApiVersion.V3, query));
        Assert.Equal(
            [
                "GET /fmeapiv4/jobs?status=running&repository=Samples-Test&workspace=austinDownload.fmw&queue=Q%20%26%20A&sourceType=schedules&sourceID=s1&limit=7&offset=0",
                "GET /fmeapiv4/jobs?status=failure&repository=Samples-Test&workspace=austinDownload.fmw&queue=Q%20%26%20A&sourceType=schedules&sourceID=s1&sort=timeFinished_desc&limit=7&offset=0",
            ],
            await LinesAsync(FmeApiVersion.V4, query));

        static async Task<IEnumerable<string>> LinesAsync(FmeApiVersion version, FmeJobQuery query)
        {
            using var server = new StubServer().Answer("""{"items":[]}""").Answer("""{"items":[]}""");
            using FmeFlowClient fme = server.Client(configure: options =>
            {
                options.ApiVersion = version;
                options.Repositories["Samples"] = "Samples-Test";
            });
            await ReadAsync(fme.ListJobsAsync(query, Token));
            return server.Lines;
        }
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Pages_are_read_as_they_are_needed(FmeApiVersion version)
    {
        using JobServer server = Finished(1000);
        using FmeFlowClient fme = server.Client(version);
        FmeJobList list = fme.ListJobsAsync(new FmeJobQuery { States = FmeJobStates.Finished, PageSize = 50 }, Token);

        await foreach (FmeJobRecord job in list)
        {
            if (job.Id > 0)
            {
                break;
            }
        }

        Assert.Single(server.Lines);
        Assert.Equal(1000, (await ReadAsync(list)).DistinctBy(job => job.Id).Count());
        Assert.False(list.MayLackJobs);
        Assert.False(list.ScannedFor.Count > 0);
    }

    [Fact]
    public async Task A_window_ends_the_reading_where_the_server_sorts()
    {
        using JobServer server = Finished(1000);
        using FmeFlowClient fme = server.Client(FmeApiVersion.V4);
        FmeJobList list = fme.ListJobsAsync(new FmeJobQuery { FinishedFrom = Noon.AddMinutes(-9), PageSize = 20 }, Token);

        Assert.Equal(10, (await ReadAsync(list)).Length);
        Assert.False(list.ScannedFor.Count > 0);
        Assert.Single(server.Lines);
    }

    [Fact]
    public async Task A_window_is_a_scan_where_the_server_does_not_sort_and_that_is_said()
    {
        using JobServer server = Finished(100);
        using FmeFlowClient fme = server.Client(FmeApiVersion.V3);
        FmeJobList list = fme.ListJobsAsync(new FmeJobQuery { FinishedFrom = Noon.AddMinutes(-9), Queue = "Default", PageSize = 20 }, Token);

        Assert.Equal(10, (await ReadAsync(list)).Length);
        Assert.True(list.ScannedFor.Count > 0);
        Assert.Equal(["Queue", "FinishedFrom"], list.ScannedFor);
        Assert.True(list.JobsRead >= 100);
    }

    [Fact]
    public async Task A_server_that_does_not_sort_as_asked_is_read_to_its_end()
    {
        using var server = new StubServer()
            .Answer($$"""{"totalCount":4,"items":[{{Ended(1, -90)}},{{Ended(2, -50)}}]}""")
            .Answer($$"""{"totalCount":4,"items":[{{Ended(2, -50)}},{{Ended(3, -5)}},{{Ended(4, -60)}}]}""");
        using FmeFlowClient fme = server.Client(configure: options => options.ApiVersion = FmeApiVersion.V4);
        FmeJobList list = fme.ListJobsAsync(new FmeJobQuery { FinishedFrom = Noon.AddMinutes(-10), PageSize = 2 }, Token);

        Assert.Equal([3], (await ReadAsync(list)).Select(job => job.Id));
        Assert.Equal(["FinishedFrom"], list.ScannedFor);
    }

    [Fact]
    public async Task Two_jobs_show_that_a_server_sorts_and_one_does_not()
    {
        using var two = new StubServer().Answer($$"""{"totalCount":4,"items":[{{Ended(1, -20)}},{{Ended(2, -30)}}]}""");
        using FmeFlowClient first = two.Client(configure: options => options.ApiVersion = FmeApiVersion.V4);
        using var one = new StubServer()
            .Answer($$"""{"totalCount":2,"items":[{{Ended(1, -90)}}]}""")
            .Answer($$"""{"totalCount":2,"items":[{{Ended(2, -5)}}]}""");
        using FmeFlowClient second = one.Client(configure: options => options.ApiVersion = FmeApiVersion.V4);

        Assert.Empty(await ReadAsync(first.ListJobsAsync(new FmeJobQuery { FinishedFrom = Noon.AddMinutes(-10), PageSize = 2 }, Token)));
        FmeJobList ofOne = second.ListJobsAsync(new FmeJobQuery { FinishedFrom = Noon.AddMinutes(-10), PageSize = 2 }, Token);
        Assert.Equal([2], (await ReadAsync(ofOne)).Select(job => job.Id));
    }

    [Fact]
    public async Task A_page_shown_again_and_again_ends_the_reading_and_is_told()
    {
        const string Page = """{"totalCount":9,"items":[{"id":1,"status":"PULLED"},{"id":2,"status":"PULLED"}]}""";
        using var server = new StubServer().Answer(Page).Answer(Page);
        using FmeFlowClient fme = server.Client();
        FmeJobList list = fme.ListJobsAsync(new FmeJobQuery { States = FmeJobStates.Running, PageSize = 2 }, Token);

        Assert.Equal([1, 2], (await ReadAsync(list)).Select(job => job.Id));
        Assert.True(list.MayLackJobs);
    }

    [Fact]
    public async Task Pages_that_come_in_turn_end_the_reading_and_are_told()
    {
        int pages = 0;
        using var server = new JobServer { List = _ => Running(total: 1000, ++pages == 1 ? [5, 6] : pages % 2 == 0 ? [1, 2] : [3, 4]) };
        using FmeFlowClient fme = server.Client(FmeApiVersion.V3);
        FmeJobList list = fme.ListJobsAsync(new FmeJobQuery { States = FmeJobStates.Running, PageSize = 2 }, Token);

        Assert.Equal([1, 2, 3, 4, 5, 6], (await ReadAsync(list)).Select(job => job.Id).Order());
        Assert.True(list.MayLackJobs);

        // Twenty pages without a new job may come in a row; the next one ends the reading.
        Assert.Equal(3 + 21, pages);
    }

    [Fact]
    public async Task A_full_page_shown_again_without_a_total_may_not_be_all()
    {
        using var server = new JobServer { List = _ => Running(total: null, [1, 2]) };
        using FmeFlowClient fme = server.Client(FmeApiVersion.V3);
        FmeJobList list = fme.ListJobsAsync(new FmeJobQuery { States = FmeJobStates.Running, PageSize = 2 }, Token);

        Assert.Equal(2, (await ReadAsync(list)).Length);
        Assert.True(list.MayLackJobs);
        Assert.Equal(2, server.Lines.Length);
    }

    [Fact]
    public async Task A_page_without_jobs_before_the_total_is_reached_is_told()
    {
        using var server = new JobServer { List = offset => Running(total: 9, offset == 0 ? [1, 2] : []) };
        using FmeFlowClient fme = server.Client(FmeApiVersion.V3);
        FmeJobList list = fme.ListJobsAsync(new FmeJobQuery { States = FmeJobStates.Running, PageSize = 2 }, Token);

        Assert.Equal(2, (await ReadAsync(list)).Length);
        Assert.True(list.MayLackJobs);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_list_without_end_is_an_error(FmeApiVersion version)
    {
        using var server = new JobServer { List = offset => Running(total: null, [offset + 1, offset + 2]) };
        using FmeFlowClient fme = server.Client(version);

        var error = await Assert.ThrowsAsync<FmeProtocolException>(
            () => ReadAsync(
                fme.ListJobsAsync(new FmeJobQuery { States = FmeJobStates.Running, Workspace = "other.fmw", Repository = "Samples", PageSize = 1000 }, Token)));

        Assert.Contains("there are still more", error.Message, StringComparison.Ordinal);
        Assert.Equal(1000, server.Lines.Length);
    }

    [Fact]
    public async Task A_server_that_gives_all_at_once_is_asked_once()
    {
        using var server =
            new StubServer().Answer("""{"totalCount":3,"items":[{"id":1,"status":"PULLED"},{"id":2,"status":"PULLED"},{"id":3,"status":"PULLED"}]}""");
        using FmeFlowClient fme = server.Client();

        Assert.Equal(3, (await ReadAsync(fme.ListJobsAsync(new FmeJobQuery { States = FmeJobStates.Running, PageSize = 2 }, Token))).Length);
    }

    [Fact]
    public async Task Jobs_that_leave_the_list_between_two_pages_do_not_hide_others()
    {
        using var server = new JobServer { Steps = int.MaxValue };
        for (int i = 0; i < 100; i++)
        {
            server.Add("queued");
        }

        using FmeFlowClient fme = server.Client(FmeApiVersion.V3);
        int read = 0;
        HashSet<long> seen = [];
        await foreach (FmeJobRecord job in fme.ListJobsAsync(new FmeJobQuery { States = FmeJobStates.Active, PageSize = 20 }, Token))
        {
            seen.Add(job.Id);
            if (++read is 20 or 40)
            {
                foreach (JobServer.Job gone in server.Jobs.Where(other => other.Status == "queued").Take(15))
                {
                    gone.Status = "running";
                }
            }
        }

        Assert.Equal(Enumerable.Range(1, 100).Select(id => (long)id), seen.Order());
    }

    [Fact]
    public async Task A_job_that_moves_on_from_list_to_list_is_given_once()
    {
        using var server = new StubServer()
            .Answer("""{"totalCount":1,"items":[{"id":1,"status":"QUEUED"}]}""")
            .Answer("""{"totalCount":2,"items":[{"id":1,"status":"PULLED"},{"id":2,"status":"PULLED"}]}""")
            .Answer("""{"totalCount":1,"items":[{"id":2,"status":"SUCCESS"}]}""");
        using FmeFlowClient fme = server.Client();

        Assert.Equal([(1L, "QUEUED"), (2, "PULLED")], (await ReadAsync(fme.ListJobsAsync(cancellationToken: Token))).Select(job => (job.Id, job.Status.Text)));
    }

    [Fact]
    public async Task An_item_that_is_no_job_is_passed_over_and_told()
    {
        using var server = new StubServer().Answer("""{"totalCount":3,"items":[{"id":1,"status":"PULLED"},{"status":"PULLED"},7]}""");
        using FmeFlowClient fme = server.Client();
        FmeJobList list = fme.ListJobsAsync(new FmeJobQuery { States = FmeJobStates.Running }, Token);

        Assert.Single(await ReadAsync(list));
        Assert.True(list.MayLackJobs);
    }

    public static TheoryData<string, FmeJobQuery> Unusable => new()
    {
        { "States", new FmeJobQuery { States = FmeJobStates.None } },
        { "States", new FmeJobQuery { States = (FmeJobStates)64 } },
        { "Workspace", new FmeJobQuery { Workspace = "a.fmw" } },
        { "Repository", new FmeJobQuery { Repository = " " } },
        { "PageSize", new FmeJobQuery { PageSize = 1 } },
        { "PageSize", new FmeJobQuery { PageSize = 1001 } },
    };

    [Theory]
    [MemberData(nameof(Unusable), DisableDiscoveryEnumeration = true)]
    public void What_no_server_could_answer_is_refused(string member, FmeJobQuery query)
    {
        using var server = new StubServer();
        using FmeFlowClient fme = server.Client();

        Assert.StartsWith($"FmeJobQuery.{member} ", Assert.Throws<ArgumentException>(() => fme.ListJobsAsync(query, Token)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_is_told()
    {
        using var server = new StubServer().Answer(HttpStatusCode.Forbidden, """{"message":"No."}""");
        using FmeFlowClient fme = server.Client();

        Assert.Equal(
            "list the jobs", (await Assert.ThrowsAsync<FmeForbiddenException>(() => ReadAsync(fme.ListJobsAsync(cancellationToken: Token)))).Operation);
    }

    private static JobServer Finished(int count)
    {
        var server = new JobServer();
        for (int i = 0; i < count; i++)
        {
            server.Add("success", Noon.AddMinutes(-i).AddSeconds(-10), Noon.AddMinutes(-i));
        }

        return server;
    }

    private static string Running(int? total, params int[] ids) =>
        $$"""{"items":[{{string.Join(',', ids.Select(id => $$"""{"id":{{id}},"status":"running","workspace":"other.fmw"}"""))}}]{{(total is null ? "" : $",\"totalCount\":{total}")}}}""";

    private static string Ended(long id, int minutes) =>
        $$"""{"id":{{id}},"status":"success","timeFinished":"{{Noon.AddMinutes(minutes):yyyy-MM-ddTHH:mm:ssZ}}"}""";

    private static async Task<FmeJobRecord[]> ReadAsync(FmeJobList list)
    {
        List<FmeJobRecord> records = [];
        await foreach (FmeJobRecord record in list.WithCancellation(Token))
        {
            records.Add(record);
        }

        return [.. records];
    }
}
