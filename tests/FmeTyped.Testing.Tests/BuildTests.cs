using System.Net;
using System.Text.Json;

namespace FmeTyped.Testing.Tests;

public sealed class BuildTests
{
    private const string V3 = "/fmerest/v3/repositories";
    private const string V4 = "/fmeapiv4/repositories";
    private const string Job = """{"repository":"Samples","workspace":"austinDownload.fmw"}""";

    [Theory]
    [InlineData(23166, null, true, false)]
    [InlineData(25207, null, true, false)]
    [InlineData(25208, null, true, true)]
    [InlineData(26102, null, true, true)]
    [InlineData(26103, null, false, true)]
    [InlineData(23166, FmeFlowApis.V4, false, true)]
    [InlineData(26103, FmeFlowApis.V3 | FmeFlowApis.V4, true, true)]
    public async Task Which_versions_answer_follows_from_the_build_unless_they_are_named(int build, FmeFlowApis? apis, bool hasV3, bool hasV4)
    {
        await using Flow flow = await StartAsync(build, apis);
        await flow.GetAsync(V3, hasV3 ? HttpStatusCode.OK : HttpStatusCode.NotFound);
        await flow.GetAsync(V4, hasV4 ? HttpStatusCode.OK : HttpStatusCode.NotFound);
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
        Assert.True(JsonElement.DeepEquals(recorded.RootElement, await flow.GetAsync("/fmeinfo/version")));
    }

    private static Task<Flow> StartAsync(int build, FmeFlowApis? apis = null) => Flow.StartAsync(new FmeFlowEmulatorOptions
    {
        SchemaFiles = [Flow.SchemaFile],
        Token = Flow.Token,
        BuildNumber = build,
        Apis = apis,
    });
}
