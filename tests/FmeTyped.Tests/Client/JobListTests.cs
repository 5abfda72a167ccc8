using System.Globalization;
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
    public async Task Pages_with_one_new_job_are_not_counted_as_pages_without()
    {
        int pages = 0;
        using var server = new JobServer { List = _ => Running(total: 1000, ++pages <= 25 ? [pages, pages + 1] : pages % 2 == 0 ? [1, 2] : [3, 4]) };
        using FmeFlowClient fme = server.Client(FmeApiVersion.V3);

        await ReadAsync(fme.ListJobsAsync(new FmeJobQuery { States = FmeJobStates.Running, PageSize = 2 }, Token));

        Assert.Equal(25 + 21, pages);
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

        Assert.EndsWith(
            "2000, and there are still more. Ask for fewer, by their state, repository, workspace or queue.", error.Message, StringComparison.Ordinal);
        Assert.Equal(1000, server.Lines.Length);
    }

    [Theory]
    [InlineData(2, 1)]
    [InlineData(10, 9)]
    [InlineData(11, 9)]
    [InlineData(20, 18)]
    public async Task Pages_overlap_by_a_tenth_or_more(int pageSize, int second)
    {
        using JobServer server = Finished(30);
        using FmeFlowClient fme = server.Client(FmeApiVersion.V3);

        await ReadAsync(fme.ListJobsAsync(new FmeJobQuery { States = FmeJobStates.Finished, PageSize = pageSize }, Token));

        Assert.Equal([0, second], OffsetsOf(server).Take(2));
    }

    [Fact]
    public async Task Where_pages_do_not_overlap_it_steps_back_five_times_and_tells()
    {
        int id = 0;
        using var server = new JobServer { List = _ => Running(total: 5, ++id, ++id) };
        using FmeFlowClient fme = server.Client(FmeApiVersion.V3);
        FmeJobList list = fme.ListJobsAsync(new FmeJobQuery { States = FmeJobStates.Running, PageSize = 2 }, Token);

        await ReadAsync(list);

        Assert.Equal([0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 2, 3], OffsetsOf(server));
        Assert.True(list.MayLackJobs);
    }

    [Fact]
    public async Task A_step_back_is_a_page_long()
    {
        int pages = 0;
        using var server = new JobServer
        {
            List = offset => Running(total: 7, [.. Enumerable.Range(++pages == 3 ? 100 : offset, 3)]),
        };
        using FmeFlowClient fme = server.Client(FmeApiVersion.V3);
        FmeJobList list = fme.ListJobsAsync(new FmeJobQuery { States = FmeJobStates.Running, PageSize = 3 }, Token);

        await ReadAsync(list);

        Assert.Equal([0, 2, 4, 1, 3, 5], OffsetsOf(server));
        Assert.False(list.MayLackJobs);
    }

    [Fact]
    public async Task Pages_of_one_job_cannot_overlap()
    {
        using var server = new JobServer { List = offset => Running(total: 3, offset + 1) };
        using FmeFlowClient fme = server.Client(FmeApiVersion.V3);
        FmeJobList list = fme.ListJobsAsync(new FmeJobQuery { States = FmeJobStates.Running, PageSize = 2 }, Token);

        Assert.Equal([1, 2, 3], (await ReadAsync(list)).Select(job => job.Id));
        Assert.False(list.MayLackJobs);
        Assert.Equal([0, 1, 2], OffsetsOf(server));
    }

    // The last page is empty, and says how many jobs there are now.
    [Theory]
    [InlineData(1, false)]
    [InlineData(3, true)]
    public async Task A_page_without_jobs_ends_the_reading(int total, bool mayLack)
    {
        using var server = new JobServer { List = offset => offset == 0 ? Running(total: 3, 1) : Running(total) };
        using FmeFlowClient fme = server.Client(FmeApiVersion.V3);
        FmeJobList list = fme.ListJobsAsync(new FmeJobQuery { States = FmeJobStates.Running, PageSize = 2 }, Token);

        Assert.Equal([1], (await ReadAsync(list)).Select(job => job.Id));
        Assert.Equal(mayLack, list.MayLackJobs);
        Assert.Equal(2, server.Lines.Length);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(0)]
    public async Task A_list_without_jobs_lacks_none(int? total)
    {
        using var server = new JobServer { List = _ => Running(total) };
        using FmeFlowClient fme = server.Client(FmeApiVersion.V3);
        FmeJobList list = fme.ListJobsAsync(new FmeJobQuery { States = FmeJobStates.Running }, Token);

        Assert.Empty(await ReadAsync(list));
        Assert.False(list.MayLackJobs);
        Assert.Single(server.Lines);
    }

    [Fact]
    public async Task A_page_of_one_job_shown_again_ends_the_reading()
    {
        using var server = new JobServer { List = _ => Running(total: 9, 1) };
        using FmeFlowClient fme = server.Client(FmeApiVersion.V3);
        FmeJobList list = fme.ListJobsAsync(new FmeJobQuery { States = FmeJobStates.Running, PageSize = 2 }, Token);

        Assert.Equal([1], (await ReadAsync(list)).Select(job => job.Id));
        Assert.True(list.MayLackJobs);
        Assert.Equal(2, server.Lines.Length);
    }

    // Twenty such pages may come in a row. Five others come before steps back.
    [Fact]
    public async Task Pages_without_a_job_that_can_be_read_end_the_reading()
    {
        using var server = new JobServer { List = _ => """{"totalCount":1000,"items":[7,7]}""" };
        using FmeFlowClient fme = server.Client(FmeApiVersion.V3);
        FmeJobList list = fme.ListJobsAsync(new FmeJobQuery { States = FmeJobStates.Running, PageSize = 2 }, Token);

        Assert.Empty(await ReadAsync(list));
        Assert.True(list.MayLackJobs);
        Assert.Equal(21 + 5, server.Lines.Length);
    }

    [Fact]
    public async Task A_list_without_a_total_ends_with_the_jobs_that_are_known()
    {
        using var server = new JobServer { List = offset => Running(total: null, [.. Enumerable.Range(1, 3).Skip(offset).Take(2)]) };
        using FmeFlowClient fme = server.Client(FmeApiVersion.V3);
        FmeJobList list = fme.ListJobsAsync(new FmeJobQuery { States = FmeJobStates.Running, PageSize = 2 }, Token);

        Assert.Equal([1, 2, 3], (await ReadAsync(list)).Select(job => job.Id));
        Assert.False(list.MayLackJobs);
    }

    [Fact]
    public async Task A_page_shown_again_is_the_last_of_a_list_that_has_become_shorter()
    {
        int pages = 0;
        using var server = new JobServer
        {
            List = _ => ++pages switch { 1 => Running(total: 9, 1, 2), 2 => Running(total: 9, 2, 3), _ => Running(total: 3, 2, 3) },
        };
        using FmeFlowClient fme = server.Client(FmeApiVersion.V3);
        FmeJobList list = fme.ListJobsAsync(new FmeJobQuery { States = FmeJobStates.Running, PageSize = 2 }, Token);

        Assert.Equal([1, 2, 3], (await ReadAsync(list)).Select(job => job.Id));
        Assert.False(list.MayLackJobs);
    }

    [Theory]
    [InlineData(FmeJobStates.Succeeded, 1, 9)]
    [InlineData(FmeJobStates.Cancelled, 2, 9)]
    [InlineData(FmeJobStates.Failed, 3, 9)]
    [InlineData(FmeJobStates.Finished, 1, 2, 3, 9)]
    [InlineData(FmeJobStates.Queued, 4, 9)]
    [InlineData(FmeJobStates.Running, 5, 9)]
    public async Task Jobs_of_other_states_are_left_out_and_an_unknown_status_is_of_its_list(FmeJobStates states, params int[] ids)
    {
        using var server = new StubServer().Answer(
            """
            {"totalCount":6,"items":[{"id":1,"status":"SUCCESS"},{"id":2,"status":"ABORTED"},{"id":3,"status":"FME_FAILURE"},
              {"id":4,"status":"QUEUED"},{"id":5,"status":"PULLED"},{"id":9,"status":"NEW"}]}
            """);
        using FmeFlowClient fme = server.Client();

        Assert.Equal(ids, (await ReadAsync(fme.ListJobsAsync(new FmeJobQuery { States = states }, Token))).Select(job => (int)job.Id));
    }

    [Fact]
    public async Task What_a_server_does_not_filter_is_left_out_here()
    {
        (string Name, string Value)[] parts =
            [("repository", "r"), ("workspace", "w.fmw"), ("queue", "q"), ("sourceType", "t"), ("sourceID", "s"), ("userName", "u")];
        string[] others = [.. parts.Select((other, i) => Record(i + 3, parts.Select(part => part == other ? (part.Name, "x") : part)))];
        using var server = new StubServer().Answer(
            $$"""{"totalCount":1,"items":[{{Record(1, parts.Select(part => (part.Name, part.Value.ToUpperInvariant())))}},{{Record(2, [])}},{{string.Join(',', others)}}]}""");
        using FmeFlowClient fme = server.Client(configure: options => options.ApiVersion = FmeApiVersion.V4);
        var query = new FmeJobQuery
        {
            States = FmeJobStates.Running, Repository = "r", Workspace = "w.fmw", Queue = "q", SourceType = "t", SourceId = "s", UserName = "u",
        };

        Assert.Equal([1, 2], (await ReadAsync(fme.ListJobsAsync(query, Token))).Select(job => job.Id));

        static string Record(int id, IEnumerable<(string Name, string Value)> parts) =>
            $$"""{"id":{{id}},"status":"running"{{string.Concat(parts.Select(part => $",\"{part.Name}\":\"{part.Value}\""))}}}""";
    }

    // The time of submission counts, and the time in the queue where there is none.
    [Fact]
    public async Task A_window_has_its_beginning_and_not_its_end()
    {
        string[] submitted = ["11:59:59", "12:00:00", "12:59:59", "13:00:00"];
        using var server = new StubServer().Answer(
            $$"""
            {"totalCount":1,"items":[{{string.Join(',', submitted.Select((time, i) => $$"""{"id":{{i}},"status":"PULLED","timeQueued":"{{At(time)}}"}"""))}},
              {"id":4,"status":"PULLED","timeSubmitted":"{{At("12:30:00")}}","timeQueued":"{{At("13:30:00")}}"},
              {"id":5,"status":"PULLED","timeSubmitted":"{{At("11:30:00")}}","timeQueued":"{{At("12:30:00")}}"},
              {"id":6,"status":"PULLED"}]}
            """);
        using FmeFlowClient fme = server.Client();
        FmeJobList list = fme.ListJobsAsync(
            new FmeJobQuery { States = FmeJobStates.Running, SubmittedFrom = Noon, SubmittedTo = Noon.AddHours(1) }, Token);

        Assert.Equal([1, 2, 4, 6], (await ReadAsync(list)).Select(job => job.Id));
        Assert.Equal(["SubmittedFrom", "SubmittedTo"], list.ScannedFor);

        static string At(string time) => $"2026-01-09T{time}Z";
    }

    [Theory]
    [InlineData(FmeApiVersion.V3, "SubmittedFrom", "SubmittedTo", "FinishedFrom", "FinishedTo")]
    [InlineData(FmeApiVersion.V4, "SubmittedTo", "FinishedTo")]
    public async Task A_sorted_list_is_not_scanned_for_a_beginning(FmeApiVersion version, params string[] scannedFor)
    {
        using JobServer server = Finished(20);
        using FmeFlowClient fme = server.Client(version);
        FmeJobList list = fme.ListJobsAsync(
            new FmeJobQuery
            {
                SubmittedFrom = Noon.AddMinutes(-9),
                SubmittedTo = Noon.AddMinutes(-1),
                FinishedFrom = Noon.AddMinutes(-7),
                FinishedTo = Noon.AddMinutes(-3),
            },
            Token);

        Assert.Equal([5, 6, 7, 8], (await ReadAsync(list)).Select(job => job.Id));
        Assert.Equal(scannedFor, list.ScannedFor);
    }

    // A job ends after it was submitted, so the later of the two beginnings ends the reading.
    [Theory]
    [InlineData(-9, null, 1)]
    [InlineData(-9, -90, 1)]
    [InlineData(-90, -9, 1)]
    [InlineData(-90, -90, 5)]
    public async Task A_beginning_ends_the_reading_of_a_sorted_list(int submittedFrom, int? finishedFrom, int pages)
    {
        using JobServer server = Finished(1000);
        using FmeFlowClient fme = server.Client(FmeApiVersion.V4);
        var query = new FmeJobQuery
        {
            States = FmeJobStates.Finished,
            SubmittedFrom = Noon.AddMinutes(submittedFrom),
            FinishedFrom = finishedFrom is { } minutes ? Noon.AddMinutes(minutes) : null,
            PageSize = 20,
        };

        await ReadAsync(fme.ListJobsAsync(query, Token));

        Assert.Equal(pages, server.Lines.Length);
    }

    [Fact]
    public async Task A_page_that_ends_before_the_beginning_is_the_last()
    {
        using var server = new StubServer().Answer($$"""{"totalCount":4,"items":[{{Ended(1, -5)}},{{Ended(2, -20)}}]}""");
        using FmeFlowClient fme = server.Client(configure: options => options.ApiVersion = FmeApiVersion.V4);

        FmeJobList list = fme.ListJobsAsync(new FmeJobQuery { FinishedFrom = Noon.AddMinutes(-10), PageSize = 2 }, Token);

        Assert.Equal([1], (await ReadAsync(list)).Select(job => job.Id));
    }

    [Fact]
    public async Task A_page_that_ends_with_the_beginning_is_not_the_last()
    {
        using var server = new StubServer()
            .Answer($$"""{"totalCount":4,"items":[{{Ended(1, 0)}},{{Ended(2, -10)}}]}""")
            .Answer($$"""{"totalCount":4,"items":[{{Ended(2, -10)}},{{Ended(3, -10)}}]}""")
            .Answer($$"""{"totalCount":4,"items":[{{Ended(3, -10)}},{{Ended(4, -11)}}]}""");
        using FmeFlowClient fme = server.Client(configure: options => options.ApiVersion = FmeApiVersion.V4);

        FmeJobList list = fme.ListJobsAsync(new FmeJobQuery { FinishedFrom = Noon.AddMinutes(-10), PageSize = 2 }, Token);

        Assert.Equal([1, 2, 3], (await ReadAsync(list)).Select(job => job.Id));
    }

    [Fact]
    public async Task A_list_that_should_be_sorted_by_its_ends_is_scanned_for_the_submission()
    {
        using var server = new StubServer().Answer($$"""{"totalCount":3,"items":[{{Ended(1, -90)}},{{Ended(2, -50)}}]}""").Answer("""{"items":[]}""")
            .Answer("""{"items":[]}""");
        using FmeFlowClient fme = server.Client(configure: options => options.ApiVersion = FmeApiVersion.V4);
        FmeJobList list = fme.ListJobsAsync(
            new FmeJobQuery { States = FmeJobStates.Finished, SubmittedFrom = Noon.AddMinutes(-10), PageSize = 2 }, Token);

        await ReadAsync(list);

        Assert.Equal(["SubmittedFrom"], list.ScannedFor);
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

    [Fact]
    public void Pages_and_their_jobs_are_counted()
    {
        var notes = new JobListNotes();

        notes.Add(new JobPage([], 0, 5), 2);
        notes.Add(new JobPage([], 3, 5), 2);

        Assert.Equal((2, 3L), (notes.Pages, notes.JobsRead));
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

    private static int[] OffsetsOf(JobServer server) =>
        [.. server.Lines.Select(line => int.Parse(line[(line.IndexOf("offset=", StringComparison.Ordinal) + 7)..], CultureInfo.InvariantCulture))];

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
