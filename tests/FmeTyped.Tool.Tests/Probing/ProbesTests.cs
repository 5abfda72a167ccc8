using System.Text.Json;
using FmeTyped.Tool.Probing;
using FmeTyped.Tool.Servers;

namespace FmeTyped.Tool.Tests.Probing;

/// <summary>What the probes make of answers that no emulator gives.</summary>
public class ProbesTests
{
    private static readonly RawResponse Missing = new(404, null);
    private static readonly RawResponse EmptyPage = Ok("""{ "items": [], "totalCount": 0 }""");

    private static readonly ApiFacts V3 = Api(3);
    private static readonly ApiFacts V4 = Api(4);
    private static readonly JobFacts Job = new(7, IsUnknownNameTaken: true, TimeSpan.FromSeconds(1));

    /// <summary>For each probe, answers that contradict its assumption.</summary>
    private static readonly Dictionary<string, ServerFacts> Contradicting = new()
    {
        ["A001"] = Server() with { Job = Job with { IsUnknownNameTaken = false } },
        ["A002"] = Server(V3 with { WrongToken = Missing }),
        ["A008"] = Server(V3 with { UnfinishedJob = Ok("""{ "status": "RUNNING", "timeFinished": null }""") }),
        ["A009"] = Server(v4: V4 with { UnfinishedResult = Ok("{}") }),
        ["A010"] = Server() with { Log = new LogFacts(100, 3) },
        ["A011"] = Server(V3 with { Finished = Page(Enumerable.Range(1, 2).Select(id => $$"""{ "id": {{id}} }""")) }),
        ["A015"] = Server(V3 with { FinishedJob = Ok("""{ "request": { "publishedParameters": [{ "name": "A", "raw": "b" }] } }""") }),
        ["A016"] = Server(V3 with { FinishedJob = Ok("""{ "timeQueued": "2001-01-01T00:00:00" }""") }) with { Job = Job },
        ["A024"] = Server(V3 with { Finished = Page(["""{ "id": 1 }"""]) }, V4 with { FinishedJob = Ok("""{ "id": 900 }""") }),
        ["A027"] = Server() with { VersionWithoutToken = new RawResponse(401, null) },
        ["A030"] = Server(V3) with { Build = 26200 },
        ["A032"] = Server(v4: V4 with { Parameters = Ok("""[{ "name": "A", "type": "TEXT", "model": "string" }]""") }),
        ["A034"] = Server(v4: V4 with { FirstRepository = Page(["""{ "name": "Samples" }"""]), FilteredRepositories = EmptyPage }),
        ["A041"] = Server(V3 with { Tokens = Missing }),
        ["A060"] = Server(v4: V4 with { FinishedJob = Ok("""{ "id": 7, "directives": {} }""") }) with { Job = Job },
        ["A061"] = Server() with { Job = Job with { ShownAfter = TimeSpan.FromSeconds(12) } },
        ["A062"] = Server() with { Job = Job with { ShownAfter = null } },
        ["A063"] = Server(
            V3 with { Finished = Page(["""{ "id": 1, "peakMemUsage": 68437168 }"""]) },
            V4 with { FinishedJob = Ok("""{ "id": 1, "peakMemoryUsage": 68437168 }""") }),
        ["A083"] = Server(v4: V4 with { FinishedJob = Ok("""{ "id": 7, "resultDatasetDownloadUrl": "https://secret.example/x.zip" }""") }) with { Job = Job },
        ["A090"] = Server(V3 with { FirstRepository = Page(["""{ "name": "Samples" }"""]), NoRepositories = EmptyPage }),
        ["A091"] = Server(V3 with { FirstRepository = Page(["""{ "name": "A" }"""], total: 5), SecondRepository = Page(["""{ "name": "A" }"""], total: 5) }),
        ["A092"] = Server(v4: V4) with { Build = 25606, Discovery = new Dictionary<string, RawResponse> { ["engines"] = Missing } },
        ["A095"] = Server(V3 with { File = Ok("{}") }),
        ["A096"] = Server(V3 with { Tokens = Page(["""{ "id": "x" }"""]) }),
        ["A110"] = Server(
            V3 with { Workspace = Ok("""{ "services": [{ "name": "fmedatadownload" }] }""") },
            V4 with { Workspace = Ok("""{ "services": { "dataStreaming": { "registered": true } } }""") }),
        ["A180"] = Server(v4: V4) with { LongPoll = new(WasUnfinished: true, Status: 202) },
    };

    public static TheoryData<string> Ids => [.. Probes.All.Select(probe => probe.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Each_assumption_can_be_contradicted(string id)
    {
        Finding finding = Probes.All.Single(probe => probe.Id == id).Find(Contradicting[id]);

        Assert.Equal(Verdict.DoesNotHold, finding.Verdict);
        Assert.DoesNotContain("secret", finding.Why, StringComparison.Ordinal);
        Assert.DoesNotContain("Samples", finding.Why, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_server_that_says_nothing_contradicts_nothing(string id) =>
        Assert.NotEqual(Verdict.DoesNotHold, Probes.All.Single(probe => probe.Id == id).Find(Server()).Verdict);

    [Fact]
    public void Peak_memory_in_kilobytes_holds() =>
        Assert.Equal(
            Verdict.Holds,
            Probes.All.Single(probe => probe.Id == "A063").Find(Server(
                V3 with { Finished = Page(["""{ "id": 1, "peakMemUsage": 68437168 }"""]) },
                V4 with { FinishedJob = Ok("""{ "id": 1, "peakMemoryUsage": 66833 }""") })).Verdict);

    [Fact]
    public void The_claims_are_those_of_the_ledger() =>
        Assert.All(Probes.All, probe => Assert.Contains($" **{probe.Claim}**", Ledger.Entry(probe.Id), StringComparison.OrdinalIgnoreCase));

    private static RawResponse Ok(string json) => new(200, JsonDocument.Parse(json).RootElement);

    private static RawResponse Page(IEnumerable<string> items, int? total = null) =>
        Ok($$"""{ "items": [{{string.Join(",", items)}}], "totalCount": {{total ?? items.Count()}} }""");

    private static ApiFacts Api(int version) => new(version)
    {
        WrongToken = new RawResponse(500, null),
        FirstRepository = EmptyPage,
        SecondRepository = EmptyPage,
        NoRepositories = EmptyPage,
        Tokens = new RawResponse(403, null),
        Finished = EmptyPage,
    };

    private static ServerFacts Server(ApiFacts? v3 = null, ApiFacts? v4 = null) => new()
    {
        VersionWithoutToken = Missing,
        V3 = v3,
        V4 = v4,
        Discovery = new Dictionary<string, RawResponse>(),
        TrailingSlash = Missing,
    };
}
