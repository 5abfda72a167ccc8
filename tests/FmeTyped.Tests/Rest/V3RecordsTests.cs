using System.Text.Json;
using FmeTyped.Metadata;

namespace FmeTyped.Tests.Rest;

public sealed class V3RecordsTests
{
    [CorpusTheory]
    [InlineData("jobs-active-page.json", "PULLED", "QUEUED")]
    [InlineData("jobs-queued-page.json", "QUEUED")]
    [InlineData("jobs-running-page.json", "PULLED")]
    [InlineData("jobs-completed-page.json", "SUCCESS", "FME_FAILURE")]
    public void Every_recorded_job_is_read(string file, params string[] statuses)
    {
        FmeJobRecord[] records = [.. Json(Corpus.Read("rest", "v3", file)).GetProperty("items").EnumerateArray().Select(item => V3Records.ReadRecord(item)!)];

        Assert.Equal(statuses, records.Select(record => record.Status.Text));
        Assert.All(records, record =>
        {
            Assert.NotNull(record.TimeSubmitted);
            Assert.Equal(record.Status.IsFinal, record.TimeFinished is not null);
            Assert.Equal(record.Status.IsFinal, record.ResultStatus is not null);
            Assert.Equal(record.Status.IsFinal, record.FeatureCount is not null);
            Assert.Equal(record.Status.IsQueued, record.TimeStarted is null);
        });
    }

    [Fact]
    public void The_parameters_of_a_record_are_read_as_value_and_as_raw()
    {
        FmeJobRecord record = V3Records.ReadRecord(Json("""
            { "id": 7, "request": { "publishedParameters": [
              { "name": "THEMES", "value": ["airports", "cenart"] }, { "name": "MAXY", "raw": "42" }, { "name": "SIZE", "value": 5 },
              { "name": "NONE", "value": null }, { "value": "nameless" }, "no object", { "name": "FME_SECURITY_USER", "value": "admin" } ] } }
            """))!;

        Assert.Equal(
            new Dictionary<string, FmeParameterValue>
            {
                ["THEMES"] = (string[])["airports", "cenart"],
                ["MAXY"] = "42",
                ["SIZE"] = "5",
                ["FME_SECURITY_USER"] = "admin",
            },
            record.PublishedParameters);
    }

    [CorpusFact]
    public void A_result_is_read_as_the_record_of_its_job_has_it() => Assert.All(
        Json(Corpus.Read("rest", "v3", "jobs-completed-page.json")).GetProperty("items").EnumerateArray(),
        item => Assert.Equivalent(FmeJobResult.From(V3Records.ReadRecord(item)!), V3Records.ReadResult(item, item.GetStatus()!.Value), strict: true));

    [CorpusFact]
    public void A_record_is_read_in_full()
    {
        JsonElement item = Json(Corpus.Read("rest", "v3", "jobs-completed-page.json")).GetProperty("items")[0];

        Assert.Equivalent(
            new FmeJobRecord
            {
                Id = 3,
                Status = new FmeJobStatus("SUCCESS"),
                ResultStatus = new FmeJobStatus("SUCCESS"),
                StatusMessage = "Translation Successful",
                FeatureCount = 49,
                Repository = "Samples",
                Workspace = "austinApartments.fmw",
                Queue = "Default",
                UserName = "admin",
                EngineName = "387f74cd4e1f",
                EngineHost = "387f74cd4e1f",
                TimeSubmitted = new DateTimeOffset(2022, 11, 8, 21, 52, 4, TimeSpan.Zero),
                TimeQueued = new DateTimeOffset(2022, 11, 8, 21, 52, 4, TimeSpan.Zero),
                TimeStarted = new DateTimeOffset(2022, 11, 8, 21, 52, 49, TimeSpan.Zero),
                TimeFinished = new DateTimeOffset(2022, 11, 8, 21, 52, 50, TimeSpan.Zero),
                ElapsedTime = TimeSpan.FromMilliseconds(1118),
                CpuTime = TimeSpan.FromMilliseconds(994),
                WarningCount = 0,
                ErrorCount = 0,
                LineCount = 117,
                CpuPercent = 88.9087656529517,
                PeakMemory = 10988808,
                Directives = new Dictionary<string, string> { ["logFullPath"] = "{logHome}/{@logFileName(id)}" },
            },
            V3Records.ReadRecord(item),
            strict: true);
        Assert.Equal([new("logFullPath", "{logHome}/{@logFileName(id)}")], V3Records.ReadRecord(item)!.Directives!);
    }

    [CorpusFact]
    public void A_cancelled_job_is_read()
    {
        FmeJobResult result = FmeJobResult.From(V3Records.ReadRecord(Json(Corpus.Read("rest", "v3", "job-record-single.json")))!);

        Assert.Equal(new FmeJobStatus("ABORTED"), result.Status);
        Assert.Equal("Job cancelled.", result.StatusMessage);
        Assert.True(result.Status.IsCancelled);
    }

    [CorpusFact]
    public void A_record_with_few_members_is_read()
    {
        FmeJobRecord record = V3Records.ReadRecord(Json(Corpus.Read("rest", "v3", "job-record-excerpt.json")))!;

        Assert.Equal(4326, record.Id);
        Assert.Null(record.TimeStarted);
        Assert.Null(record.FeatureCount);
        Assert.Null(record.LineCount);
        Assert.True(FmeJobResult.From(record).Succeeded);
    }

    [Theory]
    [InlineData("\"2022-06-07T18:17:40Z\"", "2022-06-07T18:17:40+00:00")]
    [InlineData("\"2022-06-07T18:17:40\"", "2022-06-07T18:17:40+00:00")]
    [InlineData("\"2022-06-07T18:17:40.5+02:00\"", "2022-06-07T18:17:40.5+02:00")]
    [InlineData("\"0001-01-01T00:00:00Z\"", null)]
    [InlineData("\"0001-01-01T00:00:00\"", null)]
    [InlineData("\"0001-01-01T00:00:00+14:00\"", null)]
    [InlineData("\"\"", null)]
    [InlineData("null", null)]
    [InlineData("17", null)]
    [InlineData("\"soon\"", null)]
    public void A_time_is_read_or_left_out(string json, string? expected) =>
        Assert.Equal(
            expected is null ? null : DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture),
            V3Records.ReadRecord(Json($$"""{"id":1,"timeFinished":{{json}}}"""))!.TimeFinished);

    [Theory]
    [InlineData("""{"id":1,"status":null,"result":null}""")]
    [InlineData("""{"id":"1","status":7,"result":[],"numErrors":"many","elapsedTime":-1,"repository":{}}""")]
    [InlineData("""{"id":1,"result":{"status":"","numFeaturesOutput":0}}""")]
    public void Members_of_other_types_count_as_missing(string json)
    {
        FmeJobRecord record = V3Records.ReadRecord(Json(json))!;

        Assert.Equivalent(new FmeJobRecord { Id = 1 }, record, strict: true);
    }

    [Fact]
    public void A_record_without_id_is_none() => Assert.Null(V3Records.ReadRecord(Json("""{"status":"SUCCESS"}""")));

    [Theory]
    [InlineData("SUCCESS", "SUCCESS", true)]
    [InlineData("SUCCESS", "", true)]
    [InlineData("SUCCESS", "FME_FAILURE", false)]
    [InlineData("SUCCESS", "SOMETHING_NEW", false)]
    [InlineData("FME_FAILURE", "SUCCESS", false)]
    [InlineData("ABORTED", "", false)]
    public void Both_levels_have_to_agree_on_success(string outer, string inner, bool succeeded) =>
        Assert.Equal(
            succeeded,
            FmeJobResult.From(V3Records.ReadRecord(Json($$"""{"id":1,"status":"{{outer}}","result":{ "status":"{{inner}}" } }"""))!).Succeeded);

    private static JsonElement Json(string text)
    {
        using JsonDocument document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }
}
