using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;

namespace FmeTyped.Testing.Tests;

public sealed class OutcomeTests
{
    [Fact]
    public async Task Without_a_script_a_job_succeeds_and_writes_nothing()
    {
        await using Flow flow = await Flow.StartAsync();
        JsonElement job = await flow.JobAsync(await flow.SubmitAsync());
        Assert.Equal("SUCCESS", job.GetProperty("status").GetString());
        Assert.Equal(0, job.GetProperty("result").GetProperty("numFeaturesOutput").GetInt64());
    }

    [Fact]
    public async Task A_typed_script_gives_the_articles_numbers()
    {
        await using Flow flow = await Flow.StartAsync();
        flow.Emulator.OnRun<AustinDownload>(order => FmeJobOutcome.Success([.. order.Themes!.Select(theme => theme switch
        {
            AustinDownload.ThemesOption.Airports => ("airports", 929L),
            AustinDownload.ThemesOption.Cenart => ("cenart", 3883L),
            AustinDownload.ThemesOption.Railroad => ("railroad", 610L),
            _ => ("streetcl", 61260L),
        })]));
        JsonElement first = await flow.PostAsync(Flow.Transact, Flow.Body, HttpStatusCode.OK);
        Assert.Equal(4812, first.GetProperty("numFeaturesOutput").GetInt64());
        JsonElement second = await flow.PostAsync(Flow.Transact, Flow.BodyOf(("THEMES", """["railroad","streetcl"]""")), HttpStatusCode.OK);
        Assert.Equal(61870, second.GetProperty("numFeaturesOutput").GetInt64());

        // What is not sent has the workspace's default, as it has when FME runs it.
        JsonElement third = await flow.PostAsync(Flow.Transact, "{}", HttpStatusCode.OK);
        Assert.Equal(929, third.GetProperty("numFeaturesOutput").GetInt64());
    }

    [Fact]
    public async Task A_script_by_name_sees_the_submission_and_a_later_one_replaces_it()
    {
        await using Flow flow = await Flow.StartAsync();
        flow.Emulator.OnRun("Samples", "austinDownload.fmw",
            submission => FmeJobOutcome.Failure($"{submission.JobId}: {submission.ParametersWithDefaults["MINX"]}"));
        JsonElement job = await flow.JobAsync(await flow.SubmitAsync());
        Assert.Equal("1: -100", job.GetProperty("result").GetProperty("statusMessage").GetString());
        flow.Emulator.OnRun<AustinDownload>(_ => FmeJobOutcome.Success());
        Assert.Equal("SUCCESS", await flow.StatusAsync(await flow.SubmitAsync()));
    }

    public static TheoryData<FmeJobOutcome, string, string, HttpStatusCode> Ends => new()
    {
        { FmeJobOutcome.Success(), "SUCCESS", "SUCCESS", HttpStatusCode.OK },
        { FmeJobOutcome.Failure("No features"), "FME_FAILURE", "FME_FAILURE", HttpStatusCode.UnprocessableEntity },
        { FmeJobOutcome.JobFailure("No licence"), "JOB_FAILURE", "JOB_FAILURE", HttpStatusCode.UnprocessableEntity },
        { FmeJobOutcome.InnerFailure("No features"), "SUCCESS", "FME_FAILURE", HttpStatusCode.OK },
    };

    [Theory]
    [MemberData(nameof(Ends), DisableDiscoveryEnumeration = true)]
    public async Task Each_end_has_its_statuses(FmeJobOutcome outcome, string status, string resultStatus, HttpStatusCode transact)
    {
        await using Flow flow = await Flow.StartAsync();
        flow.Emulator.OnRun<AustinDownload>(_ => outcome);
        JsonElement response = await flow.PostAsync(Flow.Transact, Flow.Body, transact);
        Assert.Equal(resultStatus, response.GetProperty("status").GetString());
        Assert.Equal(outcome.Message, response.GetProperty("statusMessage").GetString());
        JsonElement job = await flow.JobAsync(1);
        Assert.Equal(status, job.GetProperty("status").GetString());
        JsonAssert.Equal(response, job.GetProperty("result"));
        Assert.Equal(resultStatus == "SUCCESS" ? 0 : 1, job.GetProperty("numErrors").GetInt32());
    }

    [Fact]
    public async Task Warnings_and_lines_stand_in_the_log_and_warnings_are_counted()
    {
        await using Flow flow = await Flow.StartAsync();
        flow.Emulator.OnRun<AustinDownload>(_ => FmeJobOutcome.Success() with { Warnings = ["Empty box"], LogLines = ["Reading roads"] });
        long id = await flow.SubmitAsync();
        string log = await flow.LogAsync(id);
        Assert.Contains("|INFORM|Reading roads\n", log, StringComparison.Ordinal);
        Assert.Contains("|WARN  |Empty box\n", log, StringComparison.Ordinal);
        JsonElement job = await flow.JobAsync(id);
        Assert.Equal(1, job.GetProperty("numWarnings").GetInt32());
        Assert.Equal(log.Count(character => character == '\n'), job.GetProperty("numLines").GetInt32());
    }

    [Fact]
    public async Task The_log_of_a_success_has_the_summary_of_features_written()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2022, 6, 7, 12, 17, 38, TimeSpan.Zero));
        await using Flow flow = await Flow.StartAsync(time);
        flow.Emulator.OnRun<AustinDownload>(_ => FmeJobOutcome.Success(("airports", 929), ("cenart", 3883)) with { RunTime = TimeSpan.FromSeconds(2.5) });
        long id = await flow.SubmitAsync();
        Assert.Equal("2022-06-07 12:17:38|   0.0|  0.0|INFORM|Starting translation...\n", await flow.LogAsync(id));
        time.Advance(TimeSpan.FromSeconds(2.5));
        const string Expected = """
            2022-06-07 12:17:38|   0.0|  0.0|INFORM|Starting translation...
            2022-06-07 12:17:40|   2.5|  2.5|STATS |=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-
            2022-06-07 12:17:40|   2.5|  0.0|STATS |                           Features Written Summary
            2022-06-07 12:17:40|   2.5|  0.0|STATS |=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-
            2022-06-07 12:17:40|   2.5|  0.0|STATS |airports                                                                   929
            2022-06-07 12:17:40|   2.5|  0.0|STATS |cenart                                                                    3883
            2022-06-07 12:17:40|   2.5|  0.0|STATS |==============================================================================
            2022-06-07 12:17:40|   2.5|  0.0|STATS |Total Features Written                                                    4812
            2022-06-07 12:17:40|   2.5|  0.0|STATS |=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-
            2022-06-07 12:17:40|   2.5|  0.0|INFORM|Translation was SUCCESSFUL with 0 warning(s) (4812 feature(s) output)

            """;
        Assert.Equal(Expected, await flow.LogAsync(id));
    }

    [Fact]
    public async Task The_log_of_a_failure_ends_with_the_error()
    {
        await using Flow flow = await Flow.StartAsync();
        flow.Emulator.OnRun<AustinDownload>(_ => FmeJobOutcome.Failure("Terminator: no roads"));
        string log = await flow.LogAsync(await flow.SubmitAsync());
        Assert.Contains("|ERROR |Terminator: no roads\n", log, StringComparison.Ordinal);
        Assert.EndsWith("|ERROR |Translation FAILED with 1 error(s) and 0 warning(s) (0 feature(s) output)\n", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_log_of_a_cancelled_job_says_so()
    {
        await using Flow flow = await Flow.StartAsync();
        flow.Emulator.OnRun<AustinDownload>(_ => FmeJobOutcome.NeverEnds() with { LogLines = ["Never reached"] });
        long id = await flow.SubmitAsync();
        await flow.DeleteAsync($"transformations/jobs/running/{id}");
        string log = await flow.LogAsync(id);
        Assert.EndsWith("|ERROR |Job cancelled.\n", log, StringComparison.Ordinal);
        Assert.DoesNotContain("Never reached", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_script_that_throws_is_a_server_error_with_its_message_and_makes_no_job()
    {
        await using Flow flow = await Flow.StartAsync();
        flow.Emulator.OnRun<AustinDownload>(_ => throw new NotSupportedException("No such theme"));
        JsonElement response = await flow.PostAsync(Flow.Submit, Flow.Body, HttpStatusCode.InternalServerError);
        Assert.Equal("NotSupportedException in the emulator: No such theme", response.GetProperty("message").GetString());
        Assert.Empty(flow.Emulator.Submissions);
    }

    [Fact]
    public async Task A_script_for_a_workspace_the_emulator_lacks_is_an_error()
    {
        await using Flow flow = await Flow.StartAsync();
        ArgumentException error = Assert.Throws<ArgumentException>(() => flow.Emulator.OnRun("Samples", "austin.fmw", _ => FmeJobOutcome.Success()));
        Assert.Contains("Samples/austinDownload.fmw", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_submission_is_not_read_as_another_workspaces_request()
    {
        await using Flow flow = await Flow.StartAsync();
        await flow.SubmitAsync("Samples/parcelReport.fmw", HttpStatusCode.Accepted, ("PARCEL_ID", "\"7\""));
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => flow.Emulator.Submissions[0].Read<AustinDownload>());
        Assert.Contains("Samples/parcelReport.fmw, job 1", error.Message, StringComparison.Ordinal);
    }
}
