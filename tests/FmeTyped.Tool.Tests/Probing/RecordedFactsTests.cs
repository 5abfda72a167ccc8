using FmeTyped.Tool.Probing;
using FmeTyped.Tool.Recording;

namespace FmeTyped.Tool.Tests.Probing;

/// <summary>What a recording settles, and what it leaves open.</summary>
public sealed class RecordedFactsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private int _count;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_recording_of_nothing_settles_nothing() => Assert.All(Judge(), found => Assert.Equal(Verdict.CannotTell, found.Value.Verdict));

    // What a client did not ask for may be there all the same.
    [Fact]
    public void What_is_not_in_a_recording_contradicts_nothing()
    {
        With("/fmeinfo/version", """{ "buildNumber": 26018 }""", "\"Authorization\": \"fmetoken token=***\"");
        With("/fmeapiv4/jobs/1", """{ "id": 1, "status": "success", "publishedParameters": {} }""");
        With("/fmeapiv4/repositories?limit=1&offset=0", """{ "items": [] }""");
        With("/fmerest/v3/repositories?limit=1&offset=0", """{ "message": "Gone" }""", status: 404);

        Assert.DoesNotContain(Judge(), found => found.Value.Verdict == Verdict.DoesNotHold);
    }

    [Theory]
    [InlineData("A015", true,
        """/fmerest/v3/transformations/jobs/id/1|{ "status": "SUCCESS", "request": { "publishedParameters": [{ "name": "A", "value": "x" }] } }""")]
    [InlineData("A015", false,
        """/fmerest/v3/transformations/jobs/id/1|{ "status": "SUCCESS", "request": { "publishedParameters": [{ "name": "A", "raw": "x" }] } }""")]
    [InlineData("A008", false, """/fmeapiv4/jobs/1|{ "status": "running", "timeFinished": null }""")]
    [InlineData("A008", true, """/fmeapiv4/jobs/1|{ "status": "running" }""")]
    [InlineData("A027", true, """/fmeinfo/version|{ "buildNumber": 26018 }""")]
    [InlineData("A096", false, """/fmerest/v3/tokens|{ "items": [{ "id": "x" }] }""")]
    [InlineData("A032", false, """/fmeapiv4/workspaces/C/m.fmw/parameters|[{ "name": "A", "type": "TEXT" }]""")]
    [InlineData("A009", false,
        """/fmeapiv4/jobs/1|{ "status": "running" }""",
        """/fmeapiv4/jobs/1/result|{ "id": 1 }""",
        """/fmeapiv4/jobs/1|{ "status": "running" }""")]
    [InlineData("A110", false, """/fmeapiv4/workspaces/C/m.fmw|{ "services": { "dataStreaming": { "registered": true } } }""",
        """/fmerest/v3/repositories/C/items/m.fmw|{ "services": [{ "name": "fmedatadownload" }] }""")]
    public void What_a_client_asked_for_settles_what_it_is_about(string id, bool holds, params string[] exchanges)
    {
        foreach (string exchange in exchanges)
        {
            With(exchange.Split('|')[0], exchange.Split('|')[1]);
        }

        Assert.Equal(holds ? Verdict.Holds : Verdict.DoesNotHold, Judge()[id].Verdict);
    }

    [Theory]
    [InlineData("A009",
        """/fmeapiv4/jobs/1|{ "status": "running" }""",
        """/fmeapiv4/jobs/1/result|{ "id": 1 }""", """/fmeapiv4/jobs/1|{ "status": "success" }""")]
    [InlineData("A009",
        """/fmeapiv4/jobs/1|{ "status": "running" }""",
        """/fmeapiv4/jobs/2/result|{ "id": 2 }""", """/fmeapiv4/jobs/1|{ "status": "running" }""")]
    [InlineData("A110", """/fmeapiv4/workspaces/C/m.fmw|{ "services": { "dataStreaming": { "registered": true } } }""",
        """/fmerest/v3/repositories/C/items/other.fmw|{ "services": [{ "name": "fmedatadownload" }] }""")]
    public void What_may_be_a_coincidence_settles_nothing(string id, params string[] exchanges)
    {
        foreach (string exchange in exchanges)
        {
            With(exchange.Split('|')[0], exchange.Split('|')[1]);
        }

        Assert.Equal(Verdict.CannotTell, Judge()[id].Verdict);
    }

    // By the server's clock: asked at 10:00:00, answered at 10:00:05.
    [Theory]
    [InlineData("2026-01-31T10:00:04Z", nameof(Verdict.Holds))]
    [InlineData("2026-01-31T10:00:00Z", nameof(Verdict.CannotTell))]
    [InlineData("2026-01-31T09:00:00Z", nameof(Verdict.CannotTell))]
    public void A_held_result_is_one_of_a_job_that_ended_after_it_was_asked_for(string finished, string verdict)
    {
        With(
            "/fmeapiv4/jobs/1/result?longPoll=true",
            $$"""{ "id": 1, "status": "success", "timeFinished": "{{finished}}" }""",
            responseHeaders: "\"Date\": \"Sat, 31 Jan 2026 10:00:05 GMT\"",
            seconds: 5);

        Assert.Equal(verdict, $"{Judge()["A180"].Verdict}");
    }

    [Theory]
    [InlineData(BrokenOff.ByServer, nameof(Verdict.DoesNotHold))]
    [InlineData(BrokenOff.ByClient, nameof(Verdict.CannotTell))]
    [InlineData(BrokenOff.NoResponse, nameof(Verdict.CannotTell))]
    public void A_held_call_that_ends_early_counts_only_if_the_server_ended_it(string brokenOff, string verdict)
    {
        File.WriteAllText(
            _folder.PathOf("0001.json"),
            $$"""{ "request": { "method": "GET", "target": "/fmeapiv4/jobs/1/result?longPoll=true", "headers": {} }, "brokenOff": "{{brokenOff}}" }""");

        Assert.Equal(verdict, $"{Judge()["A180"].Verdict}");
    }

    [Theory]
    [InlineData("kept", "YES", nameof(Verdict.Holds))]
    [InlineData("kept", "Yes", nameof(Verdict.DoesNotHold))]
    [InlineData("masked", "xxx", nameof(Verdict.CannotTell))]
    public void Values_settle_what_is_about_values_only_if_they_were_kept(string values, string value, string verdict)
    {
        With("/fmeapiv4/workspaces/C/m.fmw/parameters", """[{ "name": "SIGNS", "type": "checkbox" }]""");
        With("/fmeapiv4/jobs/1", $$"""{ "status": "success", "publishedParameters": { "SIGNS": "{{value}}" } }""");

        Assert.Equal(verdict, $"{Judge(values)["A020"].Verdict}");
    }

    private void With(string target, string json, string requestHeaders = "", int status = 200, string responseHeaders = "", double seconds = 0.1) =>
        File.WriteAllText(
            _folder.PathOf($"{++_count:0000}.json"),
            string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $$"""
                { "request": { "method": "GET", "target": "{{target}}", "headers": { {{requestHeaders}} } },
                  "response": { "status": {{status}}, "seconds": {{seconds}}, "headers": { {{responseHeaders}} }, "json": {{json}} } }
                """));

    private Dictionary<string, Finding> Judge(string values = "masked")
    {
        File.WriteAllText(_folder.PathOf("recording.json"), $$"""{ "format": 1, "values": "{{values}}" }""");
        RecordedExchanges recording = RecordedExchanges.Read(_folder.Path);
        return RecordedFacts.Judge(RecordedFacts.Read(recording), recording.HasValues).ToDictionary(found => found.Probe.Id, found => found.Finding);
    }
}
