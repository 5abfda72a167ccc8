using System.Net;
using System.Text.Json;

namespace FmeTyped.Testing.Tests;

public sealed class BuildTests
{
    private const string V3 = "/fmerest/v3/repositories";
    private const string V4 = "/fmeapiv4/repositories";
    private const string Job = """{"repository":"Samples","workspace":"austinDownload.fmw"}""";

    [Theory]
    [InlineData(22336, null, true, false)]
    [InlineData(22337, null, true, true)]
    [InlineData(26102, null, true, true)]
    [InlineData(26103, null, false, true)]
    [InlineData(21000, FmeFlowApis.V4, false, true)]
    [InlineData(26103, FmeFlowApis.V3 | FmeFlowApis.V4, true, true)]
    public async Task Which_versions_answer_follows_from_the_build_unless_they_are_named(int build, FmeFlowApis? apis, bool hasV3, bool hasV4)
    {
        await using Flow flow = await StartAsync(build, apis);
        await flow.GetAsync(V3, hasV3 ? HttpStatusCode.OK : HttpStatusCode.NotFound);
        await flow.GetAsync(V4, hasV4 ? HttpStatusCode.OK : HttpStatusCode.NotFound);
    }

    // What fmeflow-cli calls over version 4, by the build from which on it does.
    [Theory]
    [InlineData(22337, "GET", "repositories")]
    [InlineData(22337, "GET", "repositories/Samples/items")]
    [InlineData(22337, "GET", "workspaces?repository=Samples")]
    [InlineData(22337, "GET", "workspaces/Samples/austinDownload.fmw/parameters")]
    [InlineData(22337, "POST", "jobs/1/cancel")]
    [InlineData(23139, "GET", "healthcheck/liveness")]
    [InlineData(23139, "GET", "healthcheck/readiness")]
    [InlineData(23319, "GET", "license/status")]
    [InlineData(25208, "GET", "jobs?status=success")]
    [InlineData(25208, "GET", "tokens")]
    [InlineData(25208, "GET", "engines")]
    [InlineData(25208, "GET", "queues")]
    [InlineData(25208, "GET", "resources/connections")]
    public async Task Version_4_grew_with_the_builds(int since, string method, string path)
    {
        foreach (int build in (int[])[since - 1, since])
        {
            await using Flow flow = await StartAsync(build);
            flow.Emulator.OnRun<AustinDownload>(_ => FmeJobOutcome.NeverEnds());
            await flow.SubmitAsync();
            using HttpResponseMessage response = await flow.SendAsync(new HttpMethod(method), $"/fmeapiv4/{path}");
            Assert.Equal((build < since, build >= since), (response.StatusCode == HttpStatusCode.NotFound, response.IsSuccessStatusCode));
        }
    }

    [Theory]
    [InlineData(25207, "/fmeapiv4/jobs?status=success", HttpStatusCode.Unauthorized)]
    [InlineData(23138, "/fmeapiv4/healthcheck/liveness", HttpStatusCode.NotFound)]
    public async Task An_older_build_asks_for_the_token_where_a_newer_one_does(int build, string path, HttpStatusCode expected)
    {
        await using Flow flow = await StartAsync(build);
        flow.Http.DefaultRequestHeaders.Authorization = null;
        await flow.GetAsync(path, expected);
    }

    [Theory]
    [InlineData(25207, "dataDownload", "jobSubmitter")]
    [InlineData(25208, "fmedatadownload", "fmejobsubmitter")]
    public async Task Services_have_the_names_of_the_build(int build, params string[] names)
    {
        await using Flow flow = await StartAsync(build);
        JsonElement record = await flow.GetAsync("/fmeapiv4/workspaces/Samples/austinDownload.fmw");
        Assert.Equal(names, record.GetProperty("services").EnumerateObject().Select(service => service.Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(25605, false, false)]
    [InlineData(25606, true, false)]
    [InlineData(26018, true, true)]
    public async Task Results_by_id_and_the_waiting_call_came_later_than_jobs(int build, bool hasResult, bool hasSync)
    {
        await using Flow flow = await StartAsync(build);
        await flow.PostAsync("/fmeapiv4/jobs", Job, HttpStatusCode.Accepted);
        await flow.GetAsync("/fmeapiv4/jobs/1/result", hasResult ? HttpStatusCode.OK : HttpStatusCode.NotFound);
        await flow.PostAsync("/fmeapiv4/jobs/sync", Job, hasSync ? HttpStatusCode.OK : HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_slash_at_the_end_is_not_found_from_2026_1_on()
    {
        await using (Flow before = await StartAsync(26102))
        {
            await before.GetAsync($"{V4}/");
        }

        await using Flow since = await StartAsync(26103);
        await since.GetAsync($"{V4}/", HttpStatusCode.NotFound);
        await since.GetAsync("/fmeapiv4/healthcheck/liveness/", HttpStatusCode.NotFound);
        await since.GetAsync(V4);
    }

    [Theory]
    [InlineData(22337, "FME Server 2022.0 - Build 22337 - linux-x64")]
    [InlineData(23166, "FME Flow 2023.0 - Build 23166 - linux-x64")]
    [InlineData(23764, "FME Flow 2023.2 - Build 23764 - linux-x64")]
    [InlineData(26018, "FME Flow 2026.0 - Build 26018 - linux-x64")]
    [InlineData(26103, "FME Flow 2026.1 - Build 26103 - linux-x64")]
    public async Task The_build_is_told_to_anybody(int build, string text)
    {
        await using Flow flow = await StartAsync(build);
        flow.Http.DefaultRequestHeaders.Authorization = null;
        JsonElement version = await flow.GetAsync("/fmeinfo/version");
        Assert.Equal((build, text), (version.GetProperty("buildNumber").GetInt32(), version.GetProperty("buildString").GetString()));
    }

    [CorpusFact]
    public async Task The_recorded_build_is_told_as_it_was_recorded()
    {
        using JsonDocument recorded = JsonDocument.Parse(Corpus.Read("rest", "v4", "fmeinfo-version.json"));
        await using Flow flow = await StartAsync(recorded.RootElement.GetProperty("buildNumber").GetInt32());
        JsonAssert.Equal(recorded.RootElement, await flow.GetAsync("/fmeinfo/version"));
    }

    private static Task<Flow> StartAsync(int build, FmeFlowApis? apis = null) => Flow.StartAsync(new FmeFlowEmulatorOptions
    {
        SchemaFiles = [Flow.SchemaFile],
        Token = Flow.Token,
        BuildNumber = build,
        Apis = apis,
    });
}
