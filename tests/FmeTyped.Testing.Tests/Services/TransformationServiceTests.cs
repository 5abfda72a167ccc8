using System.IO.Compression;
using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using Microsoft.Extensions.Time.Testing;

namespace FmeTyped.Testing.Tests.Services;

public sealed class TransformationServiceTests
{
    private const string Download = "/fmedatadownload/Samples/austinDownload.fmw";
    private const string Submitter = "/fmejobsubmitter/Samples/austinDownload.fmw";
    private const string Streaming = "/fmedatastreaming/Other/files.fmw";
    private const string Json = "opt_responseformat=json";

    private static readonly FmeResultFile Roads = FmeResultFile.From("roads.geojson", """{"type":"FeatureCollection"}""");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_download_waits_and_tells_where_the_zip_is()
    {
        await using Flow flow = await StartAsync(FmeJobOutcome.Success(("Roads", 7)) with { Files = [Roads] });
        JsonElement response = await ServiceAsync(flow, $"{Download}?MAXY=42&THEMES=airports&THEMES=cenart&{Json}&opt_showresult=true");
        Assert.Equal("""{"mode":"sync","status":"success"}""", response.GetProperty("statusInfo").GetRawText());
        JsonElement engine = response.GetProperty("fmeTransformationResult").GetProperty("fmeEngineResponse");
        Assert.Equal("""{"statusNumber":0,"statusMessage":"Translation Successful","numFeaturesOutput":7}""", engine.GetRawText());
        Assert.Equal("SUCCESS", response.GetProperty("fmeTransformationResult").GetProperty("fmeServerResponse").GetProperty("jobStatus").GetString());
        using var archive = new ZipArchive(await flow.Http.GetStreamAsync(response.GetProperty("url").GetString(), Cancelled));
        Assert.Equal("roads.geojson", Assert.Single(archive.Entries).FullName);
        FmeSubmission submission = Assert.Single(flow.Emulator.Submissions);
        Assert.Equal(["airports", "cenart"], submission.Parameters["THEMES"].Items);
        Assert.Equal("42", submission.Parameters["MAXY"].Text);
        Assert.Equal(2, submission.Parameters.Count);
        Assert.All(flow.Emulator.Requests, request => Assert.Empty(request.Problems));
    }

    [Fact]
    public async Task A_form_does_as_the_query_does()
    {
        await using Flow flow = await StartAsync(FmeJobOutcome.Success());
        await flow.SendAsync(HttpMethod.Post, Submitter, HttpStatusCode.OK, new FormUrlEncodedContent(
        [
            new("opt_responseformat", "json"), new("THEMES", "airports"), new("THEMES", "cenart"), new("tm_tag", "Night"), new("tm_ttc", "60"),
                new("tm_ttl", "30"),
            new("nm_jobsuccess_topic", "GOOD"), new("nm_jobfailure_topic", "BAD"),
        ]));
        JsonElement request = (await flow.JobAsync(1)).GetProperty("request");
        Assert.Equal("""{"rtc":false,"ttc":60,"tag":"Night","ttl":30}""", request.GetProperty("TMDirectives").GetRawText());
        Assert.Equal("GOOD", request.GetProperty("NMDirectives").GetProperty("successTopics")[0].GetString());
        Assert.Equal("BAD", request.GetProperty("NMDirectives").GetProperty("failureTopics")[0].GetString());
        Assert.All(flow.Emulator.Requests, made => Assert.Empty(made.Problems));
    }

    [Fact]
    public async Task An_asynchronous_download_is_found_by_its_job_in_both_versions()
    {
        var time = new FakeTimeProvider();
        await using Flow flow = await Flow.StartInProcessAsync(time, runTime: TimeSpan.FromSeconds(9), resultHost: "fme-core:8080");
        flow.Emulator.OnRun<AustinDownload>(_ => FmeJobOutcome.Success() with { Files = [Roads] });
        JsonElement response = await ServiceAsync(flow, $"{Download}?{Json}&opt_servicemode=async");
        Assert.Equal("""{"statusInfo":{"mode":"async","status":"success"},"jobID":1}""", response.GetRawText());
        Assert.Equal("", (await flow.GetAsync("/fmeapiv4/jobs/1")).GetProperty("resultDatasetDownloadUrl").GetString());
        time.Advance(TimeSpan.FromSeconds(9));
        string url = (await flow.GetAsync("/fmeapiv4/jobs/1")).GetProperty("resultDatasetDownloadUrl").GetString()!;
        Assert.StartsWith("http://fme-core:8080/fmedatadownload/results/FME_", url, StringComparison.Ordinal);
        Assert.Equal(url, (await flow.JobAsync(1)).GetProperty("result").GetProperty("resultDatasetDownloadUrl").GetString());
        Assert.Equal(url, (await flow.GetAsync("/fmeapiv4/jobs/1/result")).GetProperty("resultDatasetDownloadUrl").GetString());
        string path = new Uri(url).AbsolutePath;
        using HttpResponseMessage there = await flow.SendAsync(HttpMethod.Get, path);
        Assert.Equal(HttpStatusCode.OK, there.StatusCode);
        time.Advance(TimeSpan.FromDays(1));
        using HttpResponseMessage gone = await flow.SendAsync(HttpMethod.Get, path);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact]
    public async Task A_result_tells_its_length_and_is_downloaded_in_parts()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(1970, 1, 1, 0, 0, 0, TimeSpan.Zero));
        await using Flow flow = await Flow.StartAsync(
            new FmeFlowEmulatorOptions { SchemaFiles = [Flow.SchemaFile], Token = Flow.Token, TimeProvider = time });
        flow.Emulator.OnRun<AustinDownload>(_ => FmeJobOutcome.Success() with { Files = [Roads] });
        string url = (await ServiceAsync(flow, $"{Download}?{Json}")).GetProperty("url").GetString()!;
        flow.Http.DefaultRequestHeaders.Authorization = null;
        using HttpResponseMessage whole = await flow.SendAsync(HttpMethod.Get, url);
        byte[] zip = await whole.Content.ReadAsByteArrayAsync(Cancelled);
        Assert.Equal((zip.Length, null), (whole.Content.Headers.ContentLength, whole.Headers.TransferEncodingChunked));
        using HttpResponseMessage head = await flow.SendAsync(HttpMethod.Head, url);
        Assert.Equal((HttpStatusCode.OK, zip.Length), (head.StatusCode, head.Content.Headers.ContentLength));
        Assert.Equal("application/zip", head.Content.Headers.ContentType?.MediaType);
        time.Advance(TimeSpan.FromHours(1));
        using var request = new HttpRequestMessage(HttpMethod.Get, url) { Headers = { Range = new(10, null) } };
        using HttpResponseMessage rest = await flow.Http.SendAsync(request, Cancelled);
        Assert.Equal(HttpStatusCode.PartialContent, rest.StatusCode);
        Assert.Equal(zip[10..], await rest.Content.ReadAsByteArrayAsync(Cancelled));
        using HttpResponseMessage gone = await flow.SendAsync(HttpMethod.Head, url + "x");
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact]
    public async Task Streaming_answers_with_the_data()
    {
        await using Flow flow = await StartAsync(FmeJobOutcome.Success() with { Files = [Roads] });
        using HttpResponseMessage one = await flow.SendAsync(HttpMethod.Get, $"{Streaming}?SOURCE=a.csv&{Json}");
        Assert.Equal("application/geo+json", one.Content.Headers.ContentType?.MediaType);
        Assert.Equal("""{"type":"FeatureCollection"}""", await one.Content.ReadAsStringAsync(Cancelled));
        flow.Emulator.OnRun("Other", "files.fmw", _ => FmeJobOutcome.Success() with { Files = [Roads, FmeResultFile.From("sub/b.bin", new byte[] { 1 })] });
        using HttpResponseMessage several = await flow.SendAsync(HttpMethod.Get, $"{Streaming}?SOURCE=a.csv&{Json}");
        Assert.Equal("application/zip", several.Content.Headers.ContentType?.MediaType);
        using var archive = new ZipArchive(await several.Content.ReadAsStreamAsync(Cancelled));
        Assert.Equal(["roads.geojson", "sub/b.bin"], archive.Entries.Select(entry => entry.FullName));
    }

    [Fact]
    public async Task A_body_that_is_no_form_is_the_source()
    {
        await using Flow flow = await StartAsync(FmeJobOutcome.Success() with { Files = [Roads] });
        using HttpResponseMessage response = await flow.SendAsync(HttpMethod.Post, Streaming, new StringContent("x,y"));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("x,y", flow.Emulator.Files.ReadAllText(Assert.Single(flow.Emulator.Submissions).SourceData!));
    }

    [Fact]
    public async Task A_job_without_files_has_no_address_and_nothing_to_stream()
    {
        await using Flow flow = await StartAsync(FmeJobOutcome.Success(("Roads", 0)));
        JsonElement download = await ServiceAsync(flow, $"{Download}?{Json}");
        Assert.Equal("success No output dataset was produced.", Status(download));
        Assert.False(download.TryGetProperty("url", out _));
        Assert.Equal("failure No output dataset was produced.",
            Status(await ServiceAsync(flow, $"{Streaming}?SOURCE=a&{Json}", HttpStatusCode.UnprocessableEntity)));
    }

    [Fact]
    public async Task A_failed_job_is_a_failure()
    {
        await using Flow flow = await StartAsync(FmeJobOutcome.Failure("No such layer") with { Files = [Roads] });
        JsonElement download = await ServiceAsync(flow, $"{Download}?{Json}");
        Assert.Equal("failure FME Server Transformation Error.", Status(download));
        JsonElement engine = download.GetProperty("fmeTransformationResult").GetProperty("fmeEngineResponse");
        Assert.Equal("No such layer", engine.GetProperty("statusMessage").GetString());
        Assert.False(download.TryGetProperty("url", out _));
        Assert.StartsWith("failure", Status(await ServiceAsync(flow, $"{Streaming}?SOURCE=a&{Json}", HttpStatusCode.UnprocessableEntity)),
            StringComparison.Ordinal);
        Assert.False((await ServiceAsync(flow, $"{Download}?{Json}&opt_showresult=false")).TryGetProperty("fmeTransformationResult", out _));
    }

    [Theory]
    [InlineData("/fmedatastreaming/Samples/austinDownload.fmw", HttpStatusCode.Forbidden,
        "Samples/austinDownload.fmw is not registered with the service fmedatastreaming.")]
    [InlineData("/fmedatadownload/Samples/none.fmw", HttpStatusCode.NotFound, "Workspace Samples/none.fmw does not exist.")]
    [InlineData("/fmedatadownload/Samples/austinDownload.fmw", HttpStatusCode.UnprocessableEntity, "MAXY: 'x' is no number.")]
    public async Task A_service_refuses_in_its_own_form(string path, HttpStatusCode status, string message)
    {
        await using Flow flow = await StartAsync(FmeJobOutcome.Success());
        Assert.Equal($"failure {message}", Status(await ServiceAsync(flow, $"{path}?MAXY=x&{Json}", status)));
        Assert.Empty(flow.Emulator.Submissions);
    }

    [Fact]
    public async Task A_token_is_needed_and_may_stand_in_the_query_which_is_noted()
    {
        await using Flow flow = await StartAsync(FmeJobOutcome.Success());
        flow.Http.DefaultRequestHeaders.Authorization = null;
        Assert.StartsWith("failure", Status(await ServiceAsync(flow, $"{Submitter}?{Json}", HttpStatusCode.Unauthorized)), StringComparison.Ordinal);
        await ServiceAsync(flow, $"{Submitter}?{Json}&token={Flow.Token}");
        Assert.Contains("stands in the query", Assert.Single(flow.LastRequest.Problems), StringComparison.Ordinal);
        Assert.Contains("token=***", flow.LastRequest.Path, StringComparison.Ordinal);
        Assert.Empty(Assert.Single(flow.Emulator.Submissions).Parameters);
    }

    [Fact]
    public async Task Without_a_format_the_answer_is_a_page()
    {
        await using Flow flow = await StartAsync(FmeJobOutcome.Success());
        using HttpResponseMessage response = await flow.SendAsync(HttpMethod.Get, $"{Submitter}?opt_none=1");
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(2, flow.LastRequest.Problems.Count);
    }

    [Theory]
    [InlineData("", "application/json", "application/json")]
    [InlineData("", "application/json, */*;q=0.8", "application/json")]
    [InlineData("", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/html")]
    [InlineData("", "application/json;q=0.5, text/xml", "application/xml")]
    [InlineData("", "*/*", "text/html")]
    [InlineData("", "image/png", "text/html")]
    [InlineData("opt_responseformat=xml", "application/json", "application/xml")]
    [InlineData("opt_responseformat=json", "text/html", "application/json")]
    [InlineData("opt_responseformat=html", "application/json", "text/html")]
    [InlineData("opt_responseformat=", "application/json", "application/json")]
    public async Task The_format_is_the_one_that_is_asked_for_or_else_accepted(string query, string accept, string expected)
    {
        await using Flow flow = await StartAsync(FmeJobOutcome.Success());
        using HttpResponseMessage response = await flow.SendAsync(HttpMethod.Get, $"{Submitter}?{query}", accept: accept);
        Assert.Equal(expected, response.Content.Headers.ContentType?.MediaType);
        using HttpResponseMessage refused = await flow.SendAsync(HttpMethod.Get, $"{Submitter}?{query}&MAXY=x", accept: accept);
        Assert.Equal(expected, refused.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_format_that_there_is_not_is_noted()
    {
        await using Flow flow = await StartAsync(FmeJobOutcome.Success());
        using HttpResponseMessage response = await flow.SendAsync(HttpMethod.Get, $"{Submitter}?opt_responseformat=JSON");
        Assert.Contains(flow.LastRequest.Problems, problem => problem.Contains("'JSON' is ignored", StringComparison.Ordinal));
    }

    // The elements of the vendor's example of 2014.
    [Fact]
    public async Task Xml_has_the_elements_of_the_recorded_example()
    {
        await using Flow flow = await StartAsync(FmeJobOutcome.Success(("Roads", 49)) with { Files = [Roads] });
        using HttpResponseMessage response = await flow.SendAsync(HttpMethod.Get, $"{Download}?opt_responseformat=xml");
        XElement root = XDocument.Parse(await response.Content.ReadAsStringAsync(Cancelled)).Root!;
        Assert.Equal("serviceResponse", root.Name);
        Assert.Equal(["mode sync", "status success"], root.Element("statusInfo")!.Elements().Select(element => $"{element.Name} {element.Value}"));
        XElement server = root.Element("fmeTransformationResult")!.Element("fmeServerResponse")!;
        Assert.Equal(("1", "SUCCESS", "true"), (server.Element("id")!.Value, server.Element("jobStatus")!.Value, server.Element("resultSuccess")!.Value));
        XElement engine = root.Element("fmeTransformationResult")!.Element("fmeEngineResponse")!;
        Assert.Equal("statusNumber 0, statusMessage Translation Successful, numFeaturesOutput 49",
            string.Join(", ", engine.Elements().Select(element => $"{element.Name} {element.Value}")));
        Assert.EndsWith(".zip", root.Element("url")!.Value, StringComparison.Ordinal);
        Assert.Empty(flow.LastRequest.Problems);
    }

    [Fact]
    public async Task Xml_takes_any_text()
    {
        await using Flow flow = await StartAsync(FmeJobOutcome.Failure("<\u0001&\uFFFF> \U0001F600"));
        using HttpResponseMessage response = await flow.SendAsync(HttpMethod.Get, $"{Download}?opt_responseformat=xml");
        XElement root = XDocument.Parse(await response.Content.ReadAsStringAsync(Cancelled)).Root!;
        Assert.Equal("<\uFFFD&\uFFFD> \U0001F600", root.Descendants("statusMessage").Single().Value);
    }

    [Fact]
    public async Task The_page_for_people_has_a_link_to_the_result()
    {
        await using Flow flow = await StartAsync(FmeJobOutcome.Success() with { Files = [Roads] });
        using HttpResponseMessage response = await flow.SendAsync(HttpMethod.Get, Download);
        string page = await response.Content.ReadAsStringAsync(Cancelled);
        string address = page.Split("<a href=\"")[1].Split('"')[0];
        using var archive = new ZipArchive(await flow.Http.GetStreamAsync(address, Cancelled));
        Assert.Equal("roads.geojson", Assert.Single(archive.Entries).FullName);
        flow.Emulator.OnRun<AustinDownload>(_ => FmeJobOutcome.Success());
        using HttpResponseMessage without = await flow.SendAsync(HttpMethod.Get, Download);
        Assert.DoesNotContain("<a ", await without.Content.ReadAsStringAsync(Cancelled), StringComparison.Ordinal);
    }

    private static async Task<Flow> StartAsync(FmeJobOutcome outcome)
    {
        Flow flow = await Flow.StartInProcessAsync();
        flow.Emulator.OnRun<AustinDownload>(_ => outcome);
        flow.Emulator.OnRun("Other", "files.fmw", _ => outcome);
        return flow;
    }

    private static async Task<JsonElement> ServiceAsync(Flow flow, string path, HttpStatusCode expected = HttpStatusCode.OK) =>
        (await flow.GetAsync(path, expected)).GetProperty("serviceResponse");

    private static string Status(JsonElement response) =>
        $"{response.GetProperty("statusInfo").GetProperty("status")} {response.GetProperty("statusInfo").GetProperty("message")}";
}
