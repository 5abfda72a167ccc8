using System.Net;
using System.Text;
using FmeTyped.Tests.Sample;
using FmeTyped.Tests.Server;

namespace FmeTyped.Tests.Client;

/// <summary>An answer is held against its question: a cache or a proxy can give the answer to another one.</summary>
public sealed class AnotherAnswerTests
{
    private const string Ended = """{"id":99,"status":"success","result":{"id":99,"status":"SUCCESS"}}""";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(FmeApiVersion.V3)]
    [InlineData(FmeApiVersion.V4)]
    public async Task The_record_of_another_job_is_no_end_of_this_one(FmeApiVersion version)
    {
        using var server = new StubServer().Answer(Ended).Answer(Ended).Answer(Ended);
        using FmeFlowClient fme = server.Client(configure: options => options.ApiVersion = version);

        var error = await Assert.ThrowsAsync<FmeProtocolException>(() => fme.GetJob(7).WaitAsync(Token));
        Assert.Equal(
            "Could not read job 7: the server answered 200 OK with the record of job 99. Something between here and FME Flow may answer from a cache.",
            error.Message);
        Assert.Equal(7, error.JobId);
        await Assert.ThrowsAsync<FmeProtocolException>(() => fme.GetJob(7).GetRecordAsync(Token));
        var handle = new FmeJobHandle { ServerUrl = new Uri("https://fme.example.com"), Id = 7, Repository = "Samples", Workspace = "austinDownload.fmw" };
        await Assert.ThrowsAsync<FmeProtocolException>(() => fme.Resume(handle).WaitAsync(Token));
    }

    [Theory]
    [InlineData(FmeApiVersion.V3)]
    [InlineData(FmeApiVersion.V4)]
    public async Task The_record_of_another_job_leaves_an_item_of_a_batch_unfinished(FmeApiVersion version)
    {
        using var server = new JobServer { Time = new EagerTime() };
        server.Garble = (request, body) => request.Method == HttpMethod.Post ? body : Encoding.UTF8.GetBytes(Ended);
        using FmeFlowClient fme = server.Client(version, server.Time);

        FmeBatchItem<AustinDownload> item = await fme.RunAllAsync([new AustinDownload { Maxy = 1 }], cancellationToken: Token).SingleOfAsync();

        Assert.Equal(FmeBatchOutcome.Unfinished, item.Outcome);
        Assert.IsType<FmeProtocolException>(item.Error);
    }

    [Theory]
    [InlineData(FmeApiVersion.V3)]
    [InlineData(FmeApiVersion.V4)]
    public async Task One_id_for_three_submissions_is_the_job_of_one_and_the_others_are_found_by_their_keys(FmeApiVersion version)
    {
        using var server = new JobServer { Time = new EagerTime() };
        server.Garble = (request, body) => request.Method == HttpMethod.Post ? """{"id":1}"""u8.ToArray() : body;
        using FmeFlowClient fme = server.Client(version, server.Time);
        AustinDownload[] requests = [new() { Maxy = 1 }, new() { Maxy = 2 }, new() { Maxy = 3 }];

        // One after the other, so that the first submission is job 1.
        var options = new FmeBatchOptions<AustinDownload> { MaximumRequestsInFlight = 1, MaximumJobsInFlight = 1 };
        List<FmeBatchItem<AustinDownload>> items = await fme.SubmitAllAsync(requests, options, Token).ListOfAsync();

        Assert.Equal([1, 2, 3], items.Select(item => item.Job!.Id));
        Assert.Equal(3, server.Jobs.Count);
    }

    [Fact]
    public async Task One_id_for_three_submissions_leaves_those_unknown_that_cannot_be_found()
    {
        using var server = new JobServer { Time = new EagerTime(), Refuse = request => request.Method == HttpMethod.Get ? HttpStatusCode.Forbidden : null };
        server.Garble = (request, body) => request.Method == HttpMethod.Post ? """{"id":1}"""u8.ToArray() : body;
        using FmeFlowClient fme = server.Client(FmeApiVersion.V4, server.Time);
        AustinDownload[] requests = [new() { Maxy = 1 }, new() { Maxy = 2 }, new() { Maxy = 3 }];

        List<FmeBatchItem<AustinDownload>> items = await fme.SubmitAllAsync(requests, cancellationToken: Token).ListOfAsync();

        Assert.Equal(1, items.Count(item => item.Outcome == FmeBatchOutcome.Submitted));
        Assert.Equal(2, items.Count(item => item is { Outcome: FmeBatchOutcome.Unknown, Error: FmeSubmissionUnknownException { CorrelationKey: not null } }));
    }

    [Fact]
    public async Task An_id_of_the_journal_is_not_taken_for_the_job_of_another_item()
    {
        using var folder = new TemporaryFolder();
        using var server = new JobServer { Time = new EagerTime() };
        using FmeFlowClient fme = server.Client(FmeApiVersion.V4, server.Time);
        string path = Path.Combine(folder.Path, "journal");
        using (FmeBatchJournal journal = FmeBatchJournal.Open(path))
        {
            await fme.SubmitAllAsync([new AustinDownload { Maxy = 1 }], Options(journal), Token).ListOfAsync();
        }

        server.Garble = (request, body) => request.Method == HttpMethod.Post ? """{"id":1}"""u8.ToArray() : body;
        using (FmeBatchJournal journal = FmeBatchJournal.Open(path))
        {
            List<FmeBatchItem<AustinDownload>> items =
                await fme.SubmitAllAsync([new AustinDownload { Maxy = 2 }, new() { Maxy = 1 }], Options(journal), Token).ListOfAsync();

            Assert.Equal([1, 2], items.Select(item => item.Job!.Id).Order());
        }
    }

    [Fact]
    public async Task A_download_asks_for_the_version_before_it_submits_so_that_no_job_is_left_without_a_word()
    {
        using var server = new StubServer().Answer(HttpStatusCode.MultipleChoices);
        using FmeFlowClient fme = server.Client(configure: options => options.ApiVersion = FmeApiVersion.Auto);

        await Assert.ThrowsAsync<FmeException>(() => fme.DownloadAsync(new AustinDownload { Maxy = 1 }, Token));

        Assert.Equal(["GET /fmeinfo/version"], server.Lines);
    }

    private static FmeBatchOptions<AustinDownload> Options(FmeBatchJournal journal) =>
        new() { Journal = journal, Key = request => $"{request.Maxy}", MaximumJobsInFlight = 1 };
}
