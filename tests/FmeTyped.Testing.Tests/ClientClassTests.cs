using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;

namespace FmeTyped.Testing.Tests;

/// <summary>
/// One test for each kind of client that was seen in use: the requests it sends, and what it needs of the responses. No code of a client is here.
/// </summary>
public sealed class ClientClassTests : IAsyncLifetime
{
    private const string Temp = "FME_SHAREDRESOURCE_TEMP";

    private FmeFlowEmulator _flow = null!;
    private HttpClient _http = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private static FmeResultFile Roads => FmeResultFile.From("roads.geojson", """{"type":"FeatureCollection"}""");

    public async ValueTask InitializeAsync() => await StartAsync(new FmeFlowEmulatorOptions().BuildNumber);

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _flow.DisposeAsync();
    }

    // The vendor's command line: logs in by HTTP Basic, asks for the build, and takes version 4 for each area from a build of its own on.
    [Theory]
    [InlineData(21000, "/fmerest/v3/repositories", "/fmerest/v3/healthcheck", "/fmerest/v3/tokens", "/fmerest/v3/transformations/jobs/completed?limit=1000")]
    [InlineData(22337, "/fmeapiv4/repositories", "/fmerest/v3/healthcheck", "/fmerest/v3/tokens", "/fmerest/v3/transformations/jobs/completed?limit=1000")]
    [InlineData(23139, "/fmeapiv4/repositories", "/fmeapiv4/healthcheck/liveness", "/fmerest/v3/tokens", "/fmerest/v3/transformations/jobs/active")]
    [InlineData(25208, "/fmeapiv4/repositories", "/fmeapiv4/healthcheck/readiness", "/fmeapiv4/tokens", "/fmeapiv4/jobs?status=success&limit=1000")]
    [InlineData(26103, "/fmeapiv4/repositories", "/fmeapiv4/healthcheck/readiness", "/fmeapiv4/tokens", "/fmeapiv4/jobs?status=success&runtimeUserID=x")]
    public async Task The_vendors_command_line_on_each_build(int build, string repositories, string health, string tokens, string jobs)
    {
        await RestartAsync(build);
        Assert.Equal(build, (await GetAsync("/fmeinfo/version")).GetProperty("buildNumber").GetInt32());
        Assert.Equal("ok", (await GetAsync(health)).GetProperty("status").GetString());
        UseBasic();
        JsonElement made = await PostJsonAsync(
            tokens,
            tokens.Contains("v4", StringComparison.Ordinal)
                ? """{"name":"cli","description":"d","enabled":true,"customPermissions":false,"secondsToExpiry":2592000}"""
                : """{"restricted":false,"name":"cli","description":"d","expirationTimeout":2592000,"user":"admin","enabled":true}""",
            HttpStatusCode.Created);
        UseToken(made.GetProperty("token").GetString()!);
        Assert.Equal(["Other", "Samples"], Names(await GetAsync(repositories)));
        Assert.Equal(0, (await GetAsync(jobs)).GetProperty("totalCount").GetInt32());
    }

    // The vendor's JavaScript library: a token by the token service, detail with each call, a blank type, and the token once more in each form.
    [Fact]
    public async Task The_vendors_javascript_library()
    {
        string token = await TextAsync(await FormAsync(
            "/fmetoken/service/generate?detail=high", ("user", "admin"), ("password", "secret"), ("expiration", "1"), ("timeunit", "hour")));
        JsonElement viewed = await JsonAsync(await FormAsync("/fmetoken/service/view.json?detail=high", ("user", "admin"), ("password", "secret")));
        Assert.Equal(40, viewed.GetProperty("serviceResponse").GetProperty("token").GetString()!.Length);
        UseToken(token);
        _http.DefaultRequestHeaders.Accept.ParseAdd("application/json");
        Assert.Equal(["Other", "Samples"], Names(await GetAsync("/fmerest/v3/repositories?detail=high")));
        Assert.Equal(2, (await GetAsync("/fmerest/v3/repositories/Samples/items?type=&detail=high")).GetProperty("totalCount").GetInt32());
        _flow.OnRun("Other", "files.fmw", _ => FmeJobOutcome.Failure("No such layer"));

        JsonElement session = await JsonAsync(await FormAsync(
            "/fmedataupload/Other/files.fmw?detail=high",
            ("opt_extractarchive", "false"), ("opt_pathlevel", "3"), ("opt_fullpath", "true"), ("token", token), ("opt_namespace", "77")));
        Assert.Equal("77", session.GetProperty("serviceResponse").GetProperty("session").GetString());
        using var files = new MultipartFormDataContent { { new StringContent("x,y"), "files[]", "roads.csv" } };
        JsonElement uploaded = await JsonAsync(await _http.PostAsync(
            $"/fmedataupload/Other/files.fmw?opt_namespace=77&opt_fullpath=true&token={token}&detail=high", files, Cancelled));
        string path = uploaded.GetProperty("serviceResponse").GetProperty("files").GetProperty("file")[0].GetProperty("path").GetString()!;
        Assert.Equal("x,y", _flow.Files.ReadAllText(path));

        // A failed stream has no format, and is read as JSON all the same.
        JsonElement failed = await JsonAsync(
            await FormAsync("/fmedatastreaming/Other/files.fmw?detail=high", ("opt_showresult", "true"), ("token", token), ("SOURCE", path)),
            HttpStatusCode.UnprocessableEntity);
        Assert.Equal("failure", failed.GetProperty("serviceResponse").GetProperty("statusInfo").GetProperty("status").GetString());
        Assert.Equal(path, Assert.Single(_flow.Submissions).Parameters["SOURCE"].ToString());
    }

    // A page of a portal: a token in the address, and a link that is followed without one.
    [Fact]
    public async Task A_portal_that_runs_a_download()
    {
        _flow.OnRun<AustinDownload>(_ => FmeJobOutcome.Success(("Roads", 4)) with { Files = [Roads] });
        JsonElement response = await GetAsync(
            $"/fmedatadownload/Samples/austinDownload.fmw?THEMES=airports&THEMES=cenart&opt_responseformat=json&opt_showresult=true&token={Flow.Token}");
        JsonElement service = response.GetProperty("serviceResponse");
        Assert.Equal("success", service.GetProperty("statusInfo").GetProperty("status").GetString());
        Assert.Equal(4, service.GetProperty("fmeTransformationResult").GetProperty("fmeEngineResponse").GetProperty("numFeaturesOutput").GetInt32());
        string url = service.GetProperty("url").GetString()!;
        using var head = new HttpRequestMessage(HttpMethod.Head, url);
        using HttpResponseMessage size = await _http.SendAsync(head, Cancelled);
        using HttpResponseMessage zip = await _http.GetAsync(url, Cancelled);
        Assert.Equal(size.Content.Headers.ContentLength, (await zip.Content.ReadAsByteArrayAsync(Cancelled)).Length);
    }

    // A program that reads XML, as those of the years before JSON do.
    [Fact]
    public async Task A_program_that_reads_xml()
    {
        _flow.OnRun<AustinDownload>(_ => FmeJobOutcome.Success() with { Files = [Roads] });
        UseBasic();
        using HttpResponseMessage response = await FormAsync(
            "/fmedatadownload/Samples/austinDownload.fmw", ("opt_responseformat", "xml"), ("opt_servicemode", "sync"), ("THEMES", "airports"));
        XElement root = XDocument.Parse(await TextAsync(response)).Root!;
        Assert.Equal("success", root.Element("statusInfo")?.Element("status")?.Value);
        Assert.EndsWith(".zip", root.Element("url")?.Value, StringComparison.Ordinal);
    }

    // A workflow in Python: a token by the token service, a form of files, a run, polling, the folder as a zip, and cleaning up.
    [Theory]
    [InlineData("/fmetoken/generate")]
    [InlineData("/fmetoken/generate.json")]
    public async Task A_workflow_that_uploads_runs_and_downloads_over_version_3(string tokenPath)
    {
        string text = await TextAsync(await FormAsync(tokenPath, ("user", "admin"), ("password", "secret"), ("expiration", "60"), ("timeunit", "minute")));
        string token = text.StartsWith('{')
            ? JsonDocument.Parse(text).RootElement.GetProperty("serviceResponse").GetProperty("token").GetString()!
            : text;
        UseToken(token);
        _http.DefaultRequestHeaders.Accept.ParseAdd("application/json");
        const string root = $"/fmerest/v3/resources/connections/{Temp}";
        using var files = new MultipartFormDataContent { { new StringContent("<gml/>"), "files", "a.gml" } };
        JsonElement saved = await JsonAsync(await _http.PostAsync($"{root}/filesys/conv/env?createDirectories=true", files, Cancelled), HttpStatusCode.OK);
        Assert.Equal("a.gml", saved[0].GetProperty("name").GetString());
        _flow.OnRun("Other", "files.fmw", _ =>
        {
            _flow.Files.Write($"$({Temp})/conv/env/output/a.shp", "shp");
            return FmeJobOutcome.Success();
        });
        JsonElement job = await PostJsonAsync(
            "/fmerest/v3/transformations/submit/Other/files.fmw",
            $$"""{"publishedParameters":[{"name":"SOURCE","value":["$({{Temp}})/conv/env/a.gml"]}],"TMDirectives":null,"NMDirectives":null}""",
            HttpStatusCode.Accepted);
        JsonElement record = await GetAsync($"/fmerest/v3/transformations/jobs/id/{job.GetProperty("id").GetInt64()}");
        Assert.Equal(("SUCCESS", "SUCCESS"),
            (record.GetProperty("status").GetString(), record.GetProperty("result").GetProperty("status").GetString()));
        using HttpResponseMessage zip = await _http.PostAsync($"{root}/downloadzip/conv/env/output?zipFileName=resources.zip&fileNames=.", null, Cancelled);
        using var archive = new ZipArchive(await zip.Content.ReadAsStreamAsync(Cancelled));
        Assert.Equal("a.shp", Assert.Single(archive.Entries).FullName);
        using HttpResponseMessage removed = await _http.DeleteAsync($"{root}/filesys/conv/env", Cancelled);
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
    }

    // The same workflow over version 4.
    [Fact]
    public async Task A_workflow_that_uploads_runs_and_downloads_over_version_4()
    {
        UseToken(Flow.Token);
        const string root = $"/fmeapiv4/resources/connections/{Temp}";
        using var files = new MultipartFormDataContent { { new StringContent("<gml/>"), "files", "a.gml" } };
        using HttpResponseMessage saved = await _http.PostAsync($"{root}/upload?path=%2Fconv%2Fenv&overwrite=true", files, Cancelled);
        Assert.Equal(HttpStatusCode.OK, saved.StatusCode);
        _flow.OnRun("Other", "files.fmw", _ =>
        {
            _flow.Files.Write($"$({Temp})/conv/env/output/a.shp", "shp");
            return FmeJobOutcome.Success();
        });
        JsonElement job = await PostJsonAsync(
            "/fmeapiv4/jobs",
            $$"""{"publishedParameters":{"SOURCE":"$({{Temp}})/conv/env/a.gml"},"repository":"Other","workspace":"files.fmw"}""",
            HttpStatusCode.Accepted);
        Assert.Equal("success", (await GetAsync($"/fmeapiv4/jobs/{job.GetProperty("id").GetInt64()}")).GetProperty("status").GetString());
        JsonElement folder = await GetAsync($"{root}/info?path=%2Fconv%2Fenv%2Foutput");
        Assert.Equal("a.shp", folder.GetProperty("contents")[0].GetProperty("name").GetString());
        using HttpResponseMessage zip = await _http.PostAsync(
            $"{root}/downloadzip", Json("""{"path":"/conv/env","items":["output"],"zipFileName":"resources.zip"}"""), Cancelled);
        using var archive = new ZipArchive(await zip.Content.ReadAsStreamAsync(Cancelled));
        Assert.Equal("output/a.shp", Assert.Single(archive.Entries).FullName);
        using HttpResponseMessage removed = await _http.DeleteAsync($"{root}/item?path=%2Fconv%2Fenv", Cancelled);
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
    }

    // PHP and browser programs: a blank path is the connection's root, and the data is streamed to the page.
    [Fact]
    public async Task A_form_that_uploads_to_the_root_and_streams()
    {
        UseToken(Flow.Token);
        _flow.OnRun("Other", "files.fmw", _ => FmeJobOutcome.Success() with { Files = [Roads] });
        foreach (string query in (string[])["path=&overwrite=true", "path&overwrite=true"])
        {
            using var files = new MultipartFormDataContent { { new StringContent("zip"), "files", "in.zip" } };
            using HttpResponseMessage saved = await _http.PostAsync($"/fmeapiv4/resources/connections/{Temp}/upload?{query}", files, Cancelled);
            Assert.Equal(HttpStatusCode.OK, saved.StatusCode);
        }

        using HttpResponseMessage stream = await _http.GetAsync($"/fmedatastreaming/Other/files.fmw?SOURCE=%24({Temp})%2Fin.zip", Cancelled);
        Assert.Equal("""{"type":"FeatureCollection"}""", await TextAsync(stream));
    }

    // A browser program that sends a file as the body, and reads an object.
    [Fact]
    public async Task A_program_that_sends_a_file_as_the_body()
    {
        UseToken(Flow.Token);
        using var content = new ByteArrayContent("{}"u8.ToArray());
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        content.Headers.ContentDisposition = ContentDispositionHeaderValue.Parse("attachment; filename=12.json");
        JsonElement saved = await JsonAsync(
            await _http.PostAsync($"/fmerest/v3/resources/connections/{Temp}/filesys/upload/geojson?createDirectories=true&overwrite=true", content, Cancelled),
            HttpStatusCode.Created);
        Assert.Equal(("/upload/geojson/12.json", "12.json"), (saved.GetProperty("path").GetString(), saved.GetProperty("name").GetString()));
    }

    // A report: takes the states of completed jobs for what they are.
    [Fact]
    public async Task A_report_of_failed_jobs()
    {
        UseToken(Flow.Token);
        int run = 0;
        _flow.OnRun<AustinDownload>(_ => ++run == 2 ? FmeJobOutcome.Failure("No such layer") : FmeJobOutcome.Success());
        for (int i = 0; i < 3; i++)
        {
            await PostJsonAsync("/fmerest/v3/transformations/submit/Samples/austinDownload.fmw", "{}", HttpStatusCode.Accepted);
        }

        JsonElement failed = await GetAsync("/fmerest/v3/transformations/jobs/completed?completedState=failed&limit=100&offset=0&repository=Samples");
        Assert.Equal(2, Assert.Single(failed.GetProperty("items").EnumerateArray()).GetProperty("id").GetInt32());
        JsonElement good = await GetAsync("/fmerest/v3/transformations/jobs/completed?completedState=success&limit=100&offset=0&repository=Samples");
        Assert.Equal(2, good.GetProperty("totalCount").GetInt32());
    }

    // A page in a browser, of another origin.
    [Fact]
    public async Task A_page_of_another_origin()
    {
        using var asks = new HttpRequestMessage(HttpMethod.Options, "/fmeapiv4/jobs");
        asks.Headers.Add("Origin", "https://portal.example.com");
        asks.Headers.Add("Access-Control-Request-Method", "POST");
        asks.Headers.Add("Access-Control-Request-Headers", "authorization,content-type");
        using HttpResponseMessage asked = await _http.SendAsync(asks, Cancelled);
        Assert.True(asked.IsSuccessStatusCode);
        UseToken(Flow.Token);
        _http.DefaultRequestHeaders.Add("Origin", "https://portal.example.com");
        using HttpResponseMessage called = await _http.PostAsync(
            "/fmeapiv4/jobs", Json("""{"repository":"Samples","workspace":"austinDownload.fmw"}"""), Cancelled);
        Assert.Equal("https://portal.example.com", Assert.Single(called.Headers.GetValues("Access-Control-Allow-Origin")));
    }

    // A monitor of a cluster: no token.
    [Fact]
    public async Task A_monitor_of_a_cluster()
    {
        foreach (string path in (string[])["/fmerest/v3/healthcheck/simple", "/fmerest/v3/healthcheck?ready=false", "/fmeapiv4/healthcheck/liveness"])
        {
            Assert.Equal("ok", (await GetAsync(path)).GetProperty("status").GetString());
        }
    }

    // The vendor's article on submitting jobs, parts 1 and 2, as somebody writes it in C# with HTTP Basic.
    [Fact]
    public async Task A_program_written_from_the_vendors_article_with_basic()
    {
        _flow.OnRun<AustinDownload>(_ => FmeJobOutcome.Success(("railroad", 610), ("streetcl", 61260)));
        using var handler = new HttpClientHandler { Credentials = new NetworkCredential("admin", "secret") };
        using var http = new HttpClient(handler);
        const string body = """{"publishedParameters":[{"name":"MAXY","value":"42"},{"name":"THEMES","value":["railroad","streetcl"]}]}""";

        using var transact = new HttpRequestMessage(
            HttpMethod.Post, new Uri(_flow.ServerUrl, "/fmerest/v3/transformations/transact/Samples/austinDownload.fmw"));
        transact.Headers.Accept.ParseAdd("application/json");
        transact.Content = Json(body);
        JsonElement result = await JsonAsync(await http.SendAsync(transact, Cancelled), HttpStatusCode.OK);
        Assert.Equal(("SUCCESS", 61870, "Translation Successful"),
            (result.GetProperty("status").GetString(), result.GetProperty("numFeaturesOutput").GetInt32(), result.GetProperty("statusMessage").GetString()));

        using HttpResponseMessage submitted = await http.PostAsync(
            new Uri(_flow.ServerUrl, "/fmerest/v3/transformations/submit/Samples/austinDownload.fmw"), Json(body), Cancelled);
        long id = (await JsonAsync(submitted, HttpStatusCode.Accepted)).GetProperty("id").GetInt64();
        JsonElement job = await JsonAsync(await http.GetAsync(
            new Uri(_flow.ServerUrl, string.Create(CultureInfo.InvariantCulture, $"/fmerest/v3/transformations/jobs/id/{id}")), Cancelled));
        Assert.Equal((id, "SUCCESS", 0), (job.GetProperty("id").GetInt64(), job.GetProperty("status").GetString(), job.GetProperty("numWarnings").GetInt32()));
    }

    private static IEnumerable<string?> Names(JsonElement page) =>
        page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("name").GetString());

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");

    private static async Task<string> TextAsync(HttpResponseMessage response)
    {
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync(Cancelled);
    }

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage response, HttpStatusCode expected = HttpStatusCode.OK)
    {
        string text = await response.Content.ReadAsStringAsync(Cancelled);
        Assert.True(expected == response.StatusCode, $"{response.StatusCode}: {text}");
        using JsonDocument document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }

    private async Task<JsonElement> GetAsync(string path) => await JsonAsync(await _http.GetAsync(path, Cancelled));

    private async Task<JsonElement> PostJsonAsync(string path, string body, HttpStatusCode expected) =>
        await JsonAsync(await _http.PostAsync(path, Json(body), Cancelled), expected);

    private Task<HttpResponseMessage> FormAsync(string path, params (string Key, string Value)[] fields) =>
        _http.PostAsync(path, new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Key, field.Value))), Cancelled);

    private void UseToken(string token) => _http.DefaultRequestHeaders.Authorization = new("fmetoken", $"token={token}");

    private void UseBasic() => _http.DefaultRequestHeaders.Authorization = new("Basic", Convert.ToBase64String("admin:secret"u8.ToArray()));

    private async Task RestartAsync(int build)
    {
        await DisposeAsync();
        await StartAsync(build);
    }

    private async Task StartAsync(int build)
    {
        _flow = await FmeFlowEmulator.StartAsync(
            new FmeFlowEmulatorOptions
            {
                SchemaFiles = [Flow.SchemaFile],
                Token = Flow.Token,
                Password = "secret",
                BuildNumber = build,
                AllowedOrigins = ["https://portal.example.com"],
            },
            Cancelled);
        _http = new HttpClient { BaseAddress = _flow.ServerUrl };
    }
}
