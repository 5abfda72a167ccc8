using System.Net;
using System.Text.Json;

namespace FmeTyped.Testing.Tests;

/// <summary>A filter of a list is honoured or refused, and never ignored.</summary>
public sealed class FilterTests
{
    private const string V3Completed = "transformations/jobs/completed";
    private const string V4Jobs = "/fmeapiv4/jobs?status=queued&status=running&status=success&status=failure&status=cancelled";

    [Theory]
    [InlineData("success", 1)]
    [InlineData("failed", 2, 3)]
    [InlineData("aborted", 4)]
    [InlineData("", 1, 2, 3, 4)]
    public async Task The_completed_state_tells_how_jobs_ended(string state, params int[] expected)
    {
        await using Flow flow = await StartWithJobsAsync();
        Assert.Equal(expected, await IdsAsync(flow, $"{V3Completed}?completedState={state}"));
    }

    [Theory]
    [InlineData("transformations/jobs/running?repository=Samples", 5)]
    [InlineData("transformations/jobs/running?repository=Other")]
    [InlineData("transformations/jobs/running?workspace=austinDownload.fmw", 5)]
    [InlineData("transformations/jobs/running?workspace=parcelReport.fmw")]
    [InlineData("transformations/jobs/running?userName=admin", 5)]
    [InlineData("transformations/jobs/running?userName=other")]
    [InlineData("transformations/jobs/running?sourceType=schedules")]
    [InlineData("transformations/jobs/running?sourceID=1")]
    [InlineData("transformations/jobs/running?repository=&workspace=&userName=&sourceType=&sourceID=&limit=&offset=", 5)]
    [InlineData("transformations/jobs/running?detail=high&accept=json&fmetoken=0123456789abcdef", 5)]
    [InlineData("transformations/jobs/active?limit=-1&offset=-1", 5)]
    [InlineData(V4Jobs + "&queue=Night")]
    [InlineData(V4Jobs + "&repository=&workspace=&queue=&engineName=&userID=&sort=&limit=&offset=", 1, 2, 3, 4, 5)]
    [InlineData(V4Jobs + "&sourceType=automations")]
    [InlineData(V4Jobs + "&runtimeUserID=x")]
    public async Task Jobs_are_filtered_and_a_blank_filter_is_none(string path, params int[] expected)
    {
        await using Flow flow = await StartWithJobsAsync();
        Assert.Equal(expected, await IdsAsync(flow, path));
    }

    [Theory]
    [InlineData("repositories?owner=admin", 2)]
    [InlineData("repositories?owner=", 2)]
    [InlineData("repositories?owner=other", 0)]
    [InlineData("repositories/Samples/items?type=", 2)]
    [InlineData("repositories/Samples/items?type=WORKSPACE", 2)]
    [InlineData("repositories/Samples/items?type=TEMPLATE", 0)]
    [InlineData("/fmeapiv4/repositories?filterString=&filterProperties=&ownerID=", 2)]
    [InlineData("/fmeapiv4/repositories?ownerID=other", 0)]
    [InlineData("/fmeapiv4/repositories?filterString=other", 1)]
    [InlineData("/fmeapiv4/repositories?filterString=admin", 2)]
    [InlineData("/fmeapiv4/repositories?filterString=admin&filterProperties=name", 0)]
    [InlineData("/fmeapiv4/repositories?filterString=admin&filterProperties=name&filterProperties=owner", 2)]
    [InlineData("/fmeapiv4/repositories/Samples/items?type=", 2)]
    [InlineData("/fmeapiv4/repositories/Samples/items?type=template", 0)]
    [InlineData("/fmeapiv4/workspaces?repository=", 3)]
    [InlineData("/fmeapiv4/workspaces?repository=Samples&filterString=AUSTIN", 1)]
    [InlineData("/fmeapiv4/queues?filterString=nig", 1)]
    [InlineData("/fmeapiv4/queues?jobStatus=running", 1)]
    [InlineData("/fmeapiv4/queues?jobStatus=queued", 0)]
    [InlineData("/fmeapiv4/queues?type=remote", 0)]
    [InlineData("/fmeapiv4/queues?engineType=dynamic", 0)]
    [InlineData("/fmeapiv4/engines?type=dynamic", 0)]
    [InlineData("/fmeapiv4/engines?state=disconnected", 0)]
    [InlineData("/fmeapiv4/engines?state=runningJob", 1)]
    [InlineData("/fmeapiv4/tokens?type=session", 0)]
    [InlineData("/fmeapiv4/tokens?ownerID=other", 0)]
    [InlineData("/fmeapiv4/tokens?expired=true", 0)]
    [InlineData("/fmeapiv4/tokens?expired=false&type=api", 2)]
    [InlineData("/fmeapiv4/resources/connections?type=awsS3", 0)]
    [InlineData("/fmeapiv4/resources/connections?ownerID=other", 0)]
    [InlineData("/fmeapiv4/resources/connections?filterString=temp&filterProperties=name", 1)]
    public async Task Other_lists_are_filtered_and_a_blank_filter_is_none(string path, int expected)
    {
        await using Flow flow = await StartWithJobsAsync();
        Assert.Equal(expected, (await flow.GetAsync(path)).GetProperty("totalCount").GetInt32());
    }

    [Theory]
    [InlineData(V3Completed + "?completedState=broken", "completedState: 'broken' is none of success, failed, aborted.")]
    [InlineData("transformations/jobs/running?completedState=failed", "completedState: is no filter of this list that the emulator knows.")]
    [InlineData(V3Completed + "?completedstate=failed", "completedstate: is no filter of this list that the emulator knows.")]
    [InlineData(V3Completed + "?since=2026", "since: is no filter of this list that the emulator knows.")]
    [InlineData(V3Completed + "?limit=x", "limit: has to be a whole number from -1 to")]
    [InlineData("repositories?filterString=a", "filterString: is no filter of this list that the emulator knows. It knows limit, offset, owner.")]
    [InlineData("repositories/Samples/items?type=workspace", "type: 'workspace' is none of WORKSPACE")]
    [InlineData("tokens?user=admin", "user: is no filter")]
    [InlineData("transformations/engines?type=STANDARD", "type: is no filter")]
    [InlineData("resources/connections?type=FILE", "type: is no filter")]
    public async Task Version_3_refuses_a_filter_that_it_cannot_honour(string path, string message)
    {
        await using Flow flow = await StartWithJobsAsync();
        JsonElement response = await flow.GetAsync(path, HttpStatusCode.UnprocessableEntity);
        Assert.StartsWith(message, response.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("jobs?status=success&state=failed", "state", "is no filter of this list")]
    [InlineData("jobs?status=success&sort=id", "sort", "'id' is none of workspace, workspace_asc")]
    [InlineData("jobs?status=done", "status", "'done' is none of queued")]
    [InlineData("jobs?status=", "status", "is required")]
    [InlineData("repositories?owner=admin", "owner", "is no filter of this list")]
    [InlineData("repositories?filterString=a&filterProperties=nam", "filterProperties", "'nam' is none of name, description, owner")]
    [InlineData("repositories/Samples/items?type=WORKSPACE", "type", "'WORKSPACE' is none of workspace")]
    [InlineData("workspaces?title=a", "title", "is no filter of this list")]
    [InlineData("queues?sort=priority", "sort", "'priority' is none of name")]
    [InlineData("engines?sort=hostname", "sort", "'hostname' is none of name")]
    [InlineData("tokens?expired=yes", "expired", "'yes' is none of true, false")]
    [InlineData("resources/connections?type=FILE", "type", "'FILE' is none of file")]
    [InlineData("jobs/1/log/parsed?error=1", "error", "'1' is none of true, false")]
    [InlineData("jobs/1/log/parsed?level=1", "level", "is no filter of this list")]
    public async Task Version_4_refuses_a_filter_that_it_cannot_honour(string path, string key, string problem)
    {
        await using Flow flow = await StartWithJobsAsync();
        JsonElement response = await flow.GetAsync($"/fmeapiv4/{path}", HttpStatusCode.UnprocessableEntity);
        Assert.StartsWith(problem, response.GetProperty("details").GetProperty(key).GetString(), StringComparison.Ordinal);
    }

    // Jobs 1 to 5: one each that succeeded, failed, could not run, was cancelled and runs.
    private static async Task<Flow> StartWithJobsAsync()
    {
        Flow flow = await Flow.StartInProcessAsync();
        FmeJobOutcome[] outcomes =
            [FmeJobOutcome.Success(), FmeJobOutcome.Failure("f"), FmeJobOutcome.JobFailure("j"), FmeJobOutcome.NeverEnds(), FmeJobOutcome.NeverEnds()];
        flow.Emulator.OnRun<AustinDownload>(_ => outcomes[flow.Emulator.Submissions.Count]);
        foreach (FmeJobOutcome _ in outcomes)
        {
            await flow.SubmitAsync();
        }

        await flow.DeleteAsync("transformations/jobs/running/4");
        return flow;
    }

    private static async Task<IEnumerable<int>> IdsAsync(Flow flow, string path) =>
        (await flow.GetAsync(path)).GetProperty("items").EnumerateArray().Select(job => job.GetProperty("id").GetInt32()).Order();
}
