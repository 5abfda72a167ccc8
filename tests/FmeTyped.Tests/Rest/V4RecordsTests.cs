using System.Text.Json;
using FmeTyped.Metadata;

namespace FmeTyped.Tests.Rest;

public sealed class V4RecordsTests
{
    [CorpusTheory]
    [InlineData("jobs-active-page.json")]
    [InlineData("jobs-queued-page.json")]
    [InlineData("jobs-completed-page.json")]
    public void Every_recorded_job_is_read(string file)
    {
        FmeJobRecord[] records = [.. Json(Corpus.Read("rest", "v4", file)).GetProperty("items").EnumerateArray().Select(item => V4Records.ReadRecord(item)!)];

        Assert.NotEmpty(records);
        Assert.All(records, record =>
        {
            Assert.True(record.Status.IsQueued || record.Status.IsRunning || record.Status.IsFinal);
            Assert.NotNull(record.TimeQueued);
            Assert.NotNull(record.Workspace);
            Assert.NotNull(record.Queue);
            Assert.Equal(record.Status.IsFinal, record.TimeFinished is not null);
            Assert.Equal(record.Status.IsQueued, record.TimeStarted is null);
        });
    }

    [CorpusFact]
    public void A_result_is_read_as_the_record_of_its_job_has_it() => Assert.All(
        Json(Corpus.Read("rest", "v4", "jobs-completed-page.json")).GetProperty("items").EnumerateArray(),
        item => Assert.Equivalent(FmeJobResult.From(V4Records.ReadRecord(item)!), V4Records.ReadResult(item, item.GetStatus()!.Value), strict: true));

    [CorpusFact]
    public void A_record_is_read_in_full() =>
        Assert.Equivalent(
            new FmeJobRecord
            {
                Id = 999,
                Status = new FmeJobStatus("failure"),
                Repository = "Test",
                Workspace = "none2none.fmw",
                Queue = "Default",
                UserName = "admin",
                EngineName = "10f259e906e5",
                EngineHost = "10f259e906e5",
                TimeQueued = new DateTimeOffset(2023, 11, 15, 0, 42, 30, TimeSpan.Zero),
                TimeStarted = new DateTimeOffset(2023, 11, 15, 0, 42, 30, TimeSpan.Zero),
                TimeFinished = new DateTimeOffset(2023, 11, 15, 0, 42, 31, TimeSpan.Zero),
                ElapsedTime = TimeSpan.FromMilliseconds(850),
                CpuTime = TimeSpan.FromMilliseconds(697),
                WarningCount = 0,
                ErrorCount = 2,
                LineCount = 70,
                CpuPercent = 82,
                PeakMemory = 5190544L * 1024,
                QueueType = "Standard",
            },
            V4Records.ReadRecord(Json(Corpus.Read("rest", "v4", "job-record-single.json"))),
            strict: true);

    [CorpusFact]
    public void A_result_is_read_in_full() =>
        Assert.Equivalent(
            new FmeJobResult
            {
                Id = 1,
                Status = new FmeJobStatus("SUCCESS"),
                StatusMessage = "Translation Successful",
                FeatureCount = 1539,
                TimeQueued = new DateTimeOffset(2023, 2, 4, 0, 16, 28, TimeSpan.Zero),
                TimeStarted = new DateTimeOffset(2023, 2, 4, 0, 16, 28, TimeSpan.Zero),
                TimeFinished = new DateTimeOffset(2023, 2, 4, 0, 16, 30, TimeSpan.Zero),
            },
            V4Records.ReadTransactResult(Json(Corpus.Read("rest", "v4", "job-sync-response.json"))),
            strict: true);

    [Theory]
    [InlineData("""{"id":1,"status":null,"queue":[],"userName":"","timeStarted":"0001-01-01T00:00:00Z"}""")]
    [InlineData("""{"id":"1","status":7,"errorCount":"many","elapsedTime":-1,"repository":{}}""")]
    public void Members_of_other_types_count_as_missing(string json) =>
        Assert.Equivalent(new FmeJobRecord { Id = 1 }, V4Records.ReadRecord(Json(json)), strict: true);

    [Theory]
    [InlineData("""{"status":"success"}""")]
    [InlineData("""{"message":"No."}""")]
    public void What_has_no_id_is_no_record(string json) => Assert.Null(V4Records.ReadRecord(Json(json)));

    [Fact]
    public void A_record_without_status_is_no_result() => Assert.Null(V4Records.ReadTransactResult(Json("""{"id":1}""")));

    [Fact]
    public void The_parameters_of_a_job_are_read()
    {
        FmeJobRecord record = V4Records.ReadRecord(Json("""{"id":1,"publishedParameters":{"THEMES":["a","b"],"MAXY":"42","MINX":7,"X":{}}}"""))!;

        Assert.Equal(
            new (string, FmeParameterValue)[] { ("THEMES", (string[])["a", "b"]), ("MAXY", "42"), ("MINX", "7") },
            record.PublishedParameters!.Select(entry => (entry.Key, entry.Value)));
    }

    private static JsonElement Json(string text)
    {
        using JsonDocument document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }
}
