using System.Diagnostics;
using System.Text.Json;
using FmeTyped.Testing;
using FmeTyped.Tool.Tests.Harness;

namespace FmeTyped.Tool.Tests.Verbs;

/// <summary><c>fmetyped run</c>, as a process against the emulator.</summary>
public sealed class RunTests : IDisposable
{
    private const string Download =
        """
        { "repository": "Samples", "workspace": "austinDownload.fmw", "services": ["fmejobsubmitter"], "parameters": [
          { "name": "THEMES", "type": "LOOKUP_LISTBOX", "model": "list", "description": "Themes", "optional": true, "defaultValue": ["airports"],
            "listOptions": [{ "caption": "Airports of the city", "value": "airports" }, { "caption": "Streets", "value": "cenart" }, { "caption": "Both", "value": "a,b" }] },
          { "name": "MAXY", "type": "FLOAT", "model": "string", "description": "North", "optional": false, "defaultValue": "30" },
          { "name": "CLIP", "type": "CHOICE", "model": "string", "description": "Clip", "optional": false, "defaultValue": "Yes",
            "listOptions": [{ "caption": "Yes", "value": "Yes" }, { "caption": "No", "value": "No" }] },
          { "name": "NOTE", "type": "TEXT", "model": "string", "description": "Note", "optional": true, "defaultValue": "none" }] }
        """;

    private const string Import =
        """
        { "repository": "City", "workspace": "import.fmw", "services": ["fmejobsubmitter"], "parameters": [
          { "name": "SOURCE", "type": "MULTIFILE", "model": "list", "description": "Source", "optional": true, "defaultValue": "" },
          { "name": "KEY_OF_CITY", "type": "PASSWORD", "model": "string", "description": "Key", "optional": false, "defaultValue": "" }] }
        """;

    private readonly ToolFolder _folder = new ToolFolder().With("workspaces.json", TestServer.SchemaOf(Download, Import));

    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(FmeFlowApis.V3)]
    [InlineData(FmeFlowApis.V4)]
    public async Task A_workspace_runs_with_the_values_and_the_result_is_told(FmeFlowApis api)
    {
        await using FmeFlowEmulator emulator = await StartAsync(api);
        emulator.OnRun("Samples", "austinDownload.fmw", _ => FmeJobOutcome.Success(("airports", 42)));

        ToolResult run = (await _folder.RunAsync("run", "Samples/austinDownload.fmw", "THEMES=airports,cenart", "MAXY=42", "CLIP=No", "NOTE=")).MustEndWith(0);

        FmeSubmission job = Assert.Single(emulator.Submissions);
        Assert.StartsWith($"Job {job.JobId}: ", run.Output, StringComparison.Ordinal);
        Assert.Contains("42 features written", run.Output, StringComparison.Ordinal);
        Assert.Equal(["airports", "cenart"], job.Parameters["THEMES"].Items);
        Assert.Equal("42", job.Parameters["MAXY"].Text);
        Assert.Equal("No", job.Parameters["CLIP"].Text);
        Assert.Equal("", job.Parameters["NOTE"].Text);
    }

    [Fact]
    public async Task Values_of_a_list_stand_for_themselves_when_they_are_given_one_by_one()
    {
        await using FmeFlowEmulator emulator = await StartAsync(FmeFlowApis.V4);

        (await _folder.RunAsync("run", "Samples/austinDownload.fmw", "THEMES=a,b", "THEMES=cenart")).MustEndWith(0);
        (await _folder.RunAsync("run", "Samples/austinDownload.fmw", "THEMES=a,b")).MustEndWith(0);
        (await _folder.RunAsync("run", "Samples/austinDownload.fmw", "THEMES=")).MustEndWith(0);

        Assert.Equal([["a,b", "cenart"], ["a,b"], []], emulator.Submissions.Select(job => job.Parameters["THEMES"].Items));
    }

    [Fact]
    public async Task What_does_not_fit_is_named_with_what_was_meant_and_nothing_is_sent()
    {
        await using FmeFlowEmulator emulator = await StartAsync(FmeFlowApis.V4);

        await RefusedAsync(
            "workspaces.json has no workspace Samples/austinDownlod.fmw. Did you mean 'Samples/austinDownload.fmw'?", "Samples/austinDownlod.fmw");
        await RefusedAsync("Did you mean 'Samples/austinDownload.fmw'? fmetyped pull adds", "Samples/austinDownlod.fmw");
        await RefusedAsync($"Did you mean 'Samples/austinDownload.fmw'?{Environment.NewLine}", "austinDownload");
        await RefusedAsync(
            "workspaces.json has no workspace Roads/survey.fmw. fmetyped pull adds workspaces of the server, and fmetyped import those of files.",
            "Roads/survey.fmw");
        await RefusedAsync("workspaces.json has no workspace survey.fmw. Use the form Samples/austinDownload.fmw.", "survey.fmw");
        await RefusedAsync("Samples/austinDownload.fmw has no parameter THEME. Did you mean 'THEMES'?", "Samples/austinDownload.fmw", "THEME=airports");
        await RefusedAsync(
            "THEMES: 'airport' is not one of its options. Allowed: 'airports', 'cenart', 'a,b'. Did you mean 'airports'?",
            "Samples/austinDownload.fmw",
            "THEMES=cenart,airport");
        await RefusedAsync("Did you mean 'cenart'?", "Samples/austinDownload.fmw", "THEMES=streets");
        await RefusedAsync("CLIP: 'yes' is not one of its options. Allowed: 'Yes', 'No'. Did you mean 'Yes'?", "Samples/austinDownload.fmw", "CLIP=yes");
        await RefusedAsync("MAXY: takes a number, with a point for decimals; '4,2' is not one.", "Samples/austinDownload.fmw", "MAXY=4,2");
        await RefusedAsync("MAXY: may not be blank.", "Samples/austinDownload.fmw", "MAXY=");
        await RefusedAsync("MAXY: takes one value and was given 2.", "Samples/austinDownload.fmw", "MAXY=1", "MAXY=2");
        await RefusedAsync("KEY_OF_CITY: has to be set", "City/import.fmw");
        await RefusedAsync("There is no option '--no-wiat'.", "Samples/austinDownload.fmw", "--no-wiat");

        Assert.Empty(emulator.Requests);
    }

    [Theory]
    [InlineData("roads.shp", "without its .shx and .dbf, which FME needs to read it. Put them beside the file, or send all of them in one zip file.")]
    [InlineData("roads.shx", "is a part of roads.shp. Name that file; its parts are uploaded too.")]
    public async Task A_file_that_is_not_whole_is_refused_in_words_of_a_command_line(string file, string said)
    {
        await using FmeFlowEmulator emulator = await StartAsync(FmeFlowApis.V4);
        _folder.With(file, "1");
        _folder.Environment["CITY_KEY"] = "opensesame";

        await RefusedAsync(said, "City/import.fmw", $"SOURCE=@{file}", "KEY_OF_CITY=@env:CITY_KEY");

        Assert.Empty(emulator.Requests);
    }

    [Fact]
    public async Task All_that_does_not_fit_is_named_at_once()
    {
        await using FmeFlowEmulator emulator = await StartAsync(FmeFlowApis.V4);

        string errors = (await _folder.RunAsync("run", "Samples/austinDownload.fmw", "THEMES=x", "MAXY=y", "Z=1")).MustEndWith(4).Errors;

        Assert.Equal(3, errors.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Theory]
    [InlineData(FmeFlowApis.V3)]
    [InlineData(FmeFlowApis.V4)]
    public async Task A_failed_job_is_explained_without_its_secrets(FmeFlowApis api)
    {
        await using FmeFlowEmulator emulator = await StartAsync(api);
        emulator.OnRun("City", "import.fmw", job => FmeJobOutcome.Failure($"the city refused {job.Parameters["KEY_OF_CITY"]}"));
        _folder.Environment["CITY_KEY"] = "opensesame";

        ToolResult run = (await _folder.RunAsync("run", "City/import.fmw", "KEY_OF_CITY=@env:CITY_KEY")).MustEndWith(1);

        Assert.Equal("opensesame", Assert.Single(emulator.Submissions).Parameters["KEY_OF_CITY"].Text);
        Assert.Contains("the city refused ***", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("opensesame", run.Output + run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(FmeFlowApis.V3)]
    [InlineData(FmeFlowApis.V4)]
    public async Task A_failed_job_is_told_once_with_the_lines_of_the_log_that_matter(FmeFlowApis api)
    {
        await using FmeFlowEmulator emulator = await StartAsync(api);
        emulator.OnRun("Samples", "austinDownload.fmw", _ => FmeJobOutcome.Failure("the table is gone") with
        {
            Warnings = ["the layer is empty"],
            LogLines = ["reading the layer"],
        });

        ToolResult run = (await _folder.RunAsync("run", "Samples/austinDownload.fmw")).MustEndWith(1);

        string all = run.Output + run.Errors;
        Assert.StartsWith("Job 1: ", Assert.Single(run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Equal(2, all.Split("the table is gone").Length);
        Assert.Equal(2, all.ToUpperInvariant().Split("FAILURE").Length);
        Assert.Contains("  WARN: the layer is empty", run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("reading the layer", all, StringComparison.Ordinal);
        Assert.Contains("fmetyped log 1", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_comes_from_the_environment_or_standard_input_only()
    {
        await using FmeFlowEmulator emulator = await StartAsync(FmeFlowApis.V4);

        ToolResult refused = (await _folder.RunAsync("run", "City/import.fmw", "KEY_OF_CITY=opensesame")).MustEndWith(4);
        Assert.Contains("KEY_OF_CITY=@env:VARIABLE", refused.Errors, StringComparison.Ordinal);
        ToolResult halved = (await _folder.RunAsync("run", "City/import.fmw", "KEY_OF_CITY", "opensesame")).MustEndWith(4);
        Assert.Contains("Value 2 is not of the form NAME=VALUE.", halved.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("opensesame", refused.Output + refused.Errors + halved.Output + halved.Errors, StringComparison.Ordinal);
        Assert.Contains(
            "no environment variable NO_SUCH",
            (await _folder.RunAsync("run", "City/import.fmw", "KEY_OF_CITY=@env:NO_SUCH")).MustEndWith(4).Errors,
            StringComparison.Ordinal);
        Assert.Contains(
            "standard input has no line", (await _folder.RunAsync("run", "City/import.fmw", "KEY_OF_CITY=@-")).MustEndWith(4).Errors, StringComparison.Ordinal);
        Assert.Empty(emulator.Requests);

        (await _folder.RunWithInputAsync($"{emulator.Token}\nopensesame\n", "run", "City/import.fmw", "KEY_OF_CITY=@-", "--token-stdin")).MustEndWith(0);
        Assert.Equal("opensesame", Assert.Single(emulator.Submissions).Parameters["KEY_OF_CITY"].Text);
    }

    [Fact]
    public async Task A_file_of_this_machine_is_uploaded_and_removed_after_the_job()
    {
        await using FmeFlowEmulator emulator = await StartAsync(FmeFlowApis.V4);
        string? seen = null;
        emulator.OnRun("City", "import.fmw", job =>
        {
            seen = emulator.Files.ReadAllText(job.Parameters["SOURCE"].Items[0]);
            return FmeJobOutcome.Success();
        });
        _folder.With("roads.csv", "a,b").Environment["CITY_KEY"] = "k";

        await RefusedAsync("SOURCE=@roads.csv", "City/import.fmw", "KEY_OF_CITY=@env:CITY_KEY", "SOURCE=roads.csv");
        await RefusedAsync("SOURCE: names a file that cannot be read", "City/import.fmw", "KEY_OF_CITY=@env:CITY_KEY", "SOURCE=@streets.csv");
        Assert.Empty(emulator.Requests);
        ToolResult run = (await _folder.RunAsync(
            "run", "City/import.fmw", "KEY_OF_CITY=@env:CITY_KEY", "SOURCE=@roads.csv,$(FME_SHAREDRESOURCE_DATA)/other.csv")).MustEndWith(0);

        Assert.Equal("a,b", seen);
        Assert.Equal("$(FME_SHAREDRESOURCE_DATA)/other.csv", Assert.Single(emulator.Submissions).Parameters["SOURCE"].Items[1]);
        Assert.Contains("Uploading roads.csv", run.Errors, StringComparison.Ordinal);
        Assert.Empty(emulator.Files.Paths);
    }

    [Theory]
    [InlineData(FmeFlowApis.V3)]
    [InlineData(FmeFlowApis.V4)]
    public async Task Without_waiting_only_the_id_is_printed(FmeFlowApis api)
    {
        await using FmeFlowEmulator emulator = await StartAsync(api);
        emulator.OnRun("Samples", "austinDownload.fmw", _ => FmeJobOutcome.NeverEnds());

        ToolResult run = (await _folder.RunAsync("run", "Samples/austinDownload.fmw", "--no-wait")).MustEndWith(0);

        Assert.Equal($"{Assert.Single(emulator.Submissions).JobId}{Environment.NewLine}", run.Output);
    }

    [Fact]
    public async Task Machines_get_json()
    {
        await using FmeFlowEmulator emulator = await StartAsync(FmeFlowApis.V4);
        emulator.OnRun(
            "Samples", "austinDownload.fmw", job => job.Parameters.ContainsKey("MAXY") ? FmeJobOutcome.Failure("no") : FmeJobOutcome.Success(("a", 7)));

        using JsonDocument good = JsonDocument.Parse((await _folder.RunAsync("run", "Samples/austinDownload.fmw", "--json")).MustEndWith(0).Output);
        using JsonDocument bad = JsonDocument.Parse((await _folder.RunAsync("run", "Samples/austinDownload.fmw", "MAXY=1", "--json")).MustEndWith(1).Output);
        using JsonDocument submitted =
            JsonDocument.Parse((await _folder.RunAsync("run", "Samples/austinDownload.fmw", "--no-wait", "--json")).MustEndWith(0).Output);

        Assert.True(good.RootElement.GetProperty("succeeded").GetBoolean());
        Assert.Equal(7, good.RootElement.GetProperty("featuresWritten").GetInt64());
        Assert.False(bad.RootElement.GetProperty("succeeded").GetBoolean());
        Assert.Equal(emulator.Submissions[2].JobId, submitted.RootElement.GetProperty("id").GetInt64());
    }

    [Theory]
    [InlineData(FmeFlowApis.V3, "INT")]
    [InlineData(FmeFlowApis.V4, "TERM")]
    public async Task An_interrupted_run_stops_waiting_and_not_the_job(FmeFlowApis api, string signal)
    {
        await using FmeFlowEmulator emulator = await StartAsync(api);
        emulator.OnRun("Samples", "austinDownload.fmw", _ => FmeJobOutcome.NeverEnds());
        using Process run = _folder.Start("run", "Samples/austinDownload.fmw");
        Assert.Contains("was submitted", await run.StandardError.ReadLineAsync(CancellationToken), StringComparison.Ordinal);

        await ToolFolder.SignalAsync(run, signal);
        ToolResult ended = (await ToolFolder.EndAsync(run, "run")).MustEndWith(130);

        long id = Assert.Single(emulator.Submissions).JobId;
        Assert.Contains($"Stopped waiting; Job {id} continues. Follow it with fmetyped jobs and fmetyped log {id}", ended.Errors, StringComparison.Ordinal);
        (await _folder.RunAsync("cancel", $"{id}")).MustEndWith(0);
    }

    [Fact]
    public async Task A_run_that_is_interrupted_while_it_submits_says_that_there_may_be_a_job()
    {
        await using FmeFlowEmulator emulator = await StartAsync(FmeFlowApis.V4);
        emulator.Faults.Add(FmeRequestKind.Submit, FmeFault.StalledHeaders);
        using Process run = _folder.Start("run", "Samples/austinDownload.fmw");
        while (emulator.Submissions.Count == 0)
        {
            await Task.Yield();
            CancellationToken.ThrowIfCancellationRequested();
        }

        await ToolFolder.SignalAsync(run, "INT");

        Assert.Contains("fmetyped jobs shows whether it exists", (await ToolFolder.EndAsync(run, "run")).MustEndWith(130).Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_submission_whose_answer_is_lost_is_found_again()
    {
        await using FmeFlowEmulator emulator = await StartAsync(FmeFlowApis.V4);
        emulator.Faults.Add(FmeRequestKind.Submit, FmeFault.ResetAfterRequest);

        ToolResult run = (await _folder.RunAsync("run", "Samples/austinDownload.fmw")).MustEndWith(0);

        Assert.Contains("Searching for the job.", run.Errors, StringComparison.Ordinal);
        Assert.Contains($"Job {Assert.Single(emulator.Submissions).JobId}: ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_lost_while_waiting_leaves_the_jobs_id_behind()
    {
        await using FmeFlowEmulator emulator = await StartAsync(FmeFlowApis.V4);
        emulator.Faults.Add(FmeRequestKind.JobRecord, FmeFault.Status(503), count: 5);

        ToolResult run = (await _folder.RunAsync("run", "Samples/austinDownload.fmw")).MustEndWith(3);

        Assert.Contains($"fmetyped log {Assert.Single(emulator.Submissions).JobId}", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_refuses_or_is_not_there_is_told_from_one_that_runs_the_job()
    {
        await using FmeFlowEmulator emulator = await StartAsync(FmeFlowApis.V4);
        emulator.Faults.Add(FmeRequestKind.Submit, FmeFault.Status(404));

        (await _folder.RunAsync("run", "Samples/austinDownload.fmw")).MustEndWith(4);
        (await _folder.RunAsync("run", "Samples/austinDownload.fmw", "--server", "http://127.0.0.1:9")).MustEndWith(3);

        Assert.Empty(emulator.Submissions);
    }

    public void Dispose() => _folder.Dispose();

    private async Task<FmeFlowEmulator> StartAsync(FmeFlowApis api)
    {
        FmeFlowEmulator emulator = await TestServer.StartAsync(api, Download, Import);
        _folder.Using(emulator);
        return emulator;
    }

    private async Task RefusedAsync(string message, params string[] arguments) =>
        Assert.Contains(message, (await _folder.RunAsync(["run", .. arguments])).MustEndWith(4).Errors, StringComparison.Ordinal);
}
