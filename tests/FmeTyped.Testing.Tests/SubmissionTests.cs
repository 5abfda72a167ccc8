using System.Net;
using System.Text;
using System.Text.Json;
using FmeTyped.Metadata;

namespace FmeTyped.Testing.Tests;

public sealed class SubmissionTests
{
    private const string Parcel = "Samples/parcelReport.fmw";

    [Fact]
    public async Task The_articles_example_is_accepted_and_kept_as_it_was_sent()
    {
        await using Flow flow = await Flow.StartAsync();
        long id = await flow.SubmitAsync();

        FmeSubmission submission = Assert.Single(flow.Emulator.Submissions);
        Assert.Equal((id, "Samples", "austinDownload.fmw"), (submission.JobId, submission.Repository, submission.Workspace));
        Assert.Equal(["MAXY", "THEMES"], submission.Parameters.Keys.Order());
        Assert.Equal("42", submission.Parameters["MAXY"]);
        Assert.Equal<FmeParameterValue>((FmeList<string>)["airports", "cenart"], submission.Parameters["THEMES"]);
        Assert.Equal("LL84", submission.ParametersWithDefaults["COORDSYS"]);
        Assert.Equal(
            new AustinDownload { Themes = [AustinDownload.ThemesOption.Airports, AustinDownload.ThemesOption.Cenart], Maxy = 42 },
            submission.Read<AustinDownload>());
        Assert.Empty(flow.LastRequest.Problems);
        Assert.Equal(Flow.Body, flow.LastRequest.Body);
        Assert.Equal(202, flow.LastRequest.StatusCode);
        Assert.Equal("POST /fmerest/v3/transformations/submit/Samples/austinDownload.fmw -> 202", flow.LastRequest.ToString());
    }

    [Theory]
    [InlineData("transformations/submit/NoSuch/austinDownload.fmw")]
    [InlineData("transformations/submit/Samples/no.fmw")]
    [InlineData("transformations/transact/Samples/no.fmw")]
    public async Task An_unknown_workspace_is_not_found(string path)
    {
        await using Flow flow = await Flow.StartAsync();
        await flow.PostAsync(path, Flow.Body, HttpStatusCode.NotFound);
        Assert.Empty(flow.Emulator.Submissions);
    }

    [Theory]
    [InlineData("""{"name":"THEMES","value":["airports","roads"]}""", "THEMES: 'roads' is none of its options: 'airports', 'cenart', 'railroad', 'streetcl'.")]
    [InlineData("""{"name":"THEMES","value":[]}""", "THEMES: may not be blank.")]
    [InlineData("""{"name":"COORDSYS","value":"WGS84"}""", "COORDSYS: 'WGS84' is none of its options")]
    [InlineData("""{"name":"COORDSYS","value":["LL84"]}""", "COORDSYS: takes one value and was given a list of 1.")]
    [InlineData("""{"name":"COORDSYS","value":""}""", "COORDSYS: may not be blank.")]
    [InlineData("""{"name":"MAXY","value":"4,2"}""", "MAXY: '4,2' is no number.")]
    [InlineData("""{"name":"MAXY","value":"NaN"}""", "MAXY: 'NaN' is no number.")]
    [InlineData("""{"name":"MAXY","value":true}""", "MAXY: the value has to be a text or an array of texts; found true or false.")]
    [InlineData("""{"name":"THEMES","value":[["airports"]]}""", "THEMES: the value has to be a text or an array of texts; found an array.")]
    [InlineData("""{"name":"MAXY"}""", "MAXY has no \"value\".")]
    [InlineData("""{"value":"1"}""", "A published parameter has no \"name\".")]
    [InlineData("""{"name":1,"value":"1"}""", "The name of a published parameter has to be a text; found a number.")]
    [InlineData("\"MAXY=42\"", "A published parameter has to be an object; found a text.")]
    public async Task A_value_that_does_not_fit_is_refused(string entry, string message)
    {
        await using Flow flow = await Flow.StartAsync();
        JsonElement response = await flow.PostAsync(Flow.Submit, $$"""{"publishedParameters":[{{entry}}]}""", HttpStatusCode.UnprocessableEntity);
        Assert.StartsWith(message, response.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.StartsWith(message, Assert.Single(flow.LastRequest.Problems), StringComparison.Ordinal);
        Assert.Empty(flow.Emulator.Submissions);
    }

    [Theory]
    [InlineData(Flow.Submit, """{"publishedParameters":[{"name":"COORDSYS","value":"a\ud83d"}]}""")]
    [InlineData(Flow.Submit, """{"publishedParameters":[{"name":"THEMES","value":["\ude00"]}]}""")]
    [InlineData(Flow.Submit, """{"publishedParameters":[],"\ud83d":1}""")]
    [InlineData(Flow.Transact, """{"TMDirectives":{"description":"\ud83d"}}""")]
    [InlineData("/fmeapiv4/jobs", """{"repository":"Samples","workspace":"austinDownload.fmw","publishedParameters":{"\ud83dx":"1"}}""")]
    public async Task Half_a_surrogate_pair_is_refused_and_makes_no_job(string path, string body)
    {
        await using Flow flow = await Flow.StartAsync();
        JsonElement response = await flow.PostAsync(path, body, HttpStatusCode.UnprocessableEntity);
        Assert.StartsWith("The body has half of a surrogate pair", response.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Empty(flow.Emulator.Submissions);
    }

    [Fact]
    public async Task A_whole_surrogate_pair_is_text()
    {
        await using Flow flow = await Flow.StartAsync();
        await flow.SubmitAsync("""{"TMDirectives":{"description":"\ud83d\ude00"}}""");
        Assert.Equal("\U0001F600", (await flow.JobAsync(1)).GetProperty("description").GetString());
    }

    [Theory]
    [InlineData("""{"publishedParameters":null,"TMDirectives":null,"NMDirectives":null}""")]
    [InlineData("""{"TMDirectives":{"rtc":null,"ttc":null,"ttl":null,"tag":null,"description":null}}""")]
    [InlineData("""{"NMDirectives":{"directives":null,"successTopics":null,"failureTopics":null}}""")]
    public async Task What_is_null_counts_as_left_out(string body)
    {
        await using Flow flow = await Flow.StartAsync();
        await flow.SubmitAsync(body);
        Assert.Empty(flow.LastRequest.Problems);
        JsonElement directives = (await flow.JobAsync(1)).GetProperty("request").GetProperty("TMDirectives");
        Assert.Equal("""{"rtc":false,"ttc":-1,"tag":"Default","ttl":-1}""", directives.GetRawText());
    }

    [Fact]
    public async Task Quotes_in_the_text_of_an_error_are_written_as_recorded_answers_have_them()
    {
        await using Flow flow = await Flow.StartAsync();
        JsonElement missing = await flow.GetAsync("/fmeapiv4/jobs/99", HttpStatusCode.NotFound);
        Assert.Equal("""{"message":"The job for ID \"99\" does not exist."}""", missing.GetRawText());
    }

    [Theory]
    [InlineData("", "The body is not JSON")]
    [InlineData("{", "The body is not JSON")]
    [InlineData("[]", "The body has to be an object; found an array.")]
    [InlineData("null", "The body has to be an object; found null.")]
    [InlineData("""{"publishedParameters":"MAXY=42"}""", "publishedParameters has to be an array; found a text.")]
    [InlineData("""{"publishedParameters":{"MAXY":"42"}}""", "publishedParameters has to be an array of {\"name\", \"value\"} in REST v3")]
    [InlineData("""{"TMDirectives":[]}""", "TMDirectives has to be an object; found an array.")]
    [InlineData("""{"TMDirectives":{"ttc":"5"}}""", "ttc has to be a whole number of seconds.")]
    [InlineData("""{"TMDirectives":{"rtc":1}}""", "rtc has to be true or false; found a number.")]
    [InlineData("""{"NMDirectives":{"directives":{"a":"b"}}}""", "directives has to be an array; found an object.")]
    [InlineData("""{"NMDirectives":{"successTopics":[1]}}""", "A topic has to be a text; found a number.")]
    public async Task A_body_of_another_form_is_refused(string body, string message)
    {
        await using Flow flow = await Flow.StartAsync();
        JsonElement response = await flow.PostAsync(Flow.Submit, body, HttpStatusCode.UnprocessableEntity);
        Assert.StartsWith(message, response.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_nested_too_deep_is_refused_and_the_emulator_lives_on()
    {
        await using Flow flow = await Flow.StartAsync();
        await flow.PostAsync(Flow.Submit, new string('[', 100_000), HttpStatusCode.UnprocessableEntity);
        await flow.SubmitAsync();
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_refused()
    {
        await using Flow flow = await Flow.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, Flow.Submit) { Content = new StringContent(new string(' ', RequestBody.MaxSize + 1)) };

        // Asked first, the server refuses before the body is on its way; otherwise it closes the connection in the middle of it.
        request.Headers.ExpectContinue = true;
        using HttpResponseMessage response = await flow.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Fact]
    public async Task What_is_required_and_has_no_default_cannot_be_left_out()
    {
        await using Flow flow = await Flow.StartAsync();
        JsonElement response = await flow.SubmitAsync(Parcel, HttpStatusCode.UnprocessableEntity);
        Assert.Equal("PARCEL_ID: is required, has no default and was not given.", response.GetProperty("message").GetString());
        await flow.SubmitAsync(Parcel, HttpStatusCode.Accepted, ("PARCEL_ID", "\"7\""));
    }

    [Fact]
    public async Task All_problems_are_told_at_once()
    {
        await using Flow flow = await Flow.StartAsync();
        JsonElement response = await flow.SubmitAsync(
            Parcel, HttpStatusCode.UnprocessableEntity, ("PAPER_SIZE", "\"Sheet, 210 x 297 mm\""), ("DISTANCE", "\"501\""));
        string message = response.GetProperty("message").GetString()!;
        Assert.Contains("PARCEL_ID: is required", message, StringComparison.Ordinal);
        Assert.Contains("PAPER_SIZE: 'Sheet, 210 x 297 mm' is none of its options", message, StringComparison.Ordinal);
        Assert.Contains("DISTANCE: 501 is beyond the limits 0 to 500.", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PAPER_SIZE", "\"\"")]
    [InlineData("WITH_OWNERS", "\"Yes\"")]
    [InlineData("DISTANCE", "\"0\"")]
    [InlineData("DISTANCE", "500")]
    public async Task Values_that_fit_are_accepted(string name, string value)
    {
        await using Flow flow = await Flow.StartAsync();
        await flow.SubmitAsync(Parcel, HttpStatusCode.Accepted, ("PARCEL_ID", "\"7\""), (name, value));
        Assert.Empty(flow.LastRequest.Problems);
    }

    [Theory]
    [InlineData("DISTANCE", "\"1.5\"")]
    [InlineData("DISTANCE", "\"-1\"")]
    [InlineData("WITH_OWNERS", "\"true\"")]
    public async Task Values_that_do_not_fit_are_refused(string name, string value)
    {
        await using Flow flow = await Flow.StartAsync();
        await flow.SubmitAsync(Parcel, HttpStatusCode.UnprocessableEntity, ("PARCEL_ID", "\"7\""), (name, value));
    }

    [Fact]
    public async Task One_text_for_a_list_counts_as_a_list_of_it()
    {
        await using Flow flow = await Flow.StartAsync();
        await flow.SubmitAsync(Flow.BodyOf(("THEMES", "\"airports\"")));
        await flow.SubmitAsync("Samples/austinDownload.fmw", HttpStatusCode.UnprocessableEntity, ("THEMES", "\"airports,cenart\""));
    }

    [Fact]
    public async Task A_file_parameter_takes_a_list_of_one()
    {
        await using Flow flow = await Flow.StartAsync();
        await flow.SubmitAsync("Other/files.fmw", HttpStatusCode.Accepted, ("SOURCE", """["a.csv"]"""));
        await flow.SubmitAsync("Other/files.fmw", HttpStatusCode.UnprocessableEntity, ("SOURCE", """["a.csv","b.csv"]"""));
    }

    [Fact]
    public async Task An_option_whose_value_is_blank_is_an_option()
    {
        await using Flow flow = await Flow.StartAsync();
        await flow.SubmitAsync("Other/files.fmw", HttpStatusCode.Accepted, ("SOURCE", "\"a.csv\""), ("MODE", "\"\""));
    }

    [Fact]
    public async Task An_unknown_name_is_accepted_ignored_and_noted()
    {
        await using Flow flow = await Flow.StartAsync();
        await flow.SubmitAsync(Flow.BodyOf(("THEME", "\"airports\"")));
        Assert.Equal(["THEME: Samples/austinDownload.fmw publishes no such parameter."], flow.LastRequest.Problems);
        Assert.Null(flow.Emulator.Submissions[0].Read<AustinDownload>().Themes);
    }

    [Fact]
    public async Task A_strict_emulator_refuses_an_unknown_name()
    {
        await using Flow flow = await Flow.StartAsync(strict: true);
        await flow.SubmitAsync("Samples/austinDownload.fmw", HttpStatusCode.UnprocessableEntity, ("THEME", "\"airports\""));
        Assert.Empty(flow.Emulator.Submissions);
        await flow.SubmitAsync();
    }

    [Fact]
    public async Task A_name_given_twice_and_a_missing_content_type_are_noted()
    {
        await using Flow flow = await Flow.StartAsync();
        using HttpResponseMessage response = await flow.Http.PostAsync(
            Flow.Submit,
            new StringContent(Flow.BodyOf(("MAXY", "\"1\""), ("MAXY", "\"2\"")), Encoding.UTF8, "text/plain"),
            TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Equal("1", flow.Emulator.Submissions[0].Parameters["MAXY"]);
        Assert.Collection(
            flow.LastRequest.Problems,
            problem => Assert.Contains("given twice", problem, StringComparison.Ordinal),
            problem => Assert.Contains("content type", problem, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Parallel_submissions_get_ids_of_their_own()
    {
        await using Flow flow = await Flow.StartAsync();
        long[] ids = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => flow.SubmitAsync()));
        Assert.Equal(200, ids.Distinct().Count());
        Assert.Equal(ids.Order(), flow.Emulator.Submissions.Select(submission => submission.JobId));
    }

    [Fact]
    public async Task A_job_repeats_what_was_asked_for()
    {
        await using Flow flow = await Flow.StartAsync();
        long id = await flow.SubmitAsync("""
            {
              "publishedParameters": [{"name":"THEMES","value":["airports"]},{"name":"MAXY","value":42}],
              "TMDirectives": {"rtc":true,"ttc":60,"ttl":-1,"tag":"Fast","description":"Nightly"},
              "NMDirectives": {"directives":[{"name":"key","value":"7"}],"successTopics":["DONE"],"failureTopics":[]}
            }
            """);
        JsonElement request = await flow.GetAsync($"transformations/jobs/id/{id}/request");
        Assert.Equal(
            """
            {"publishedParameters":[{"name":"THEMES","value":["airports"]},{"name":"MAXY","value":"42"},
            {"name":"FME_SECURITY_USER","value":"admin"},{"name":"FME_SECURITY_ROLES","value":"fmesuperuser"}],
            "TMDirectives":{"rtc":true,"ttc":60,"tag":"Fast","ttl":-1},
            "NMDirectives":{"directives":[{"name":"key","value":"7"},{"name":"logFullPath","value":"{logHome}/{@logFileName(id)}"}],"successTopics":["DONE"]},
            "workspacePath":"\"Samples/austinDownload/austinDownload.fmw\""}
            """.ReplaceLineEndings(""),
            request.GetRawText());
        JsonElement job = await flow.JobAsync(id);
        JsonAssert.Equal(request, job.GetProperty("request"));
        Assert.Equal("Nightly", job.GetProperty("description").GetString());
    }
}
