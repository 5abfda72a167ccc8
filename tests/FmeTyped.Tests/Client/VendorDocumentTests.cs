using FmeTyped.Tests.Sample;
using FmeTyped.Tests.Server;
using WireMock;
using static FmeTyped.Tests.Sample.AustinDownload;

namespace FmeTyped.Tests.Client;

/// <summary>
/// Every request of version 4 that the client can make fits the vendor's OpenAPI document, but for what the document is known to have wrong.
/// </summary>
public sealed class VendorDocumentTests
{
    // The document is of April 2025, a preview. What stands against it, and the source that knows better:
    private static readonly string[] KnownDefects =
    [
        // It lacks the results by id, which the vendor's article on submitting with version 4 has.
        "GET /jobs/42/result: no such operation",

        // It is older than the synchronous call of build 26018, and its limit for queue and run together: fmeflow-cli, cmd/run.go.
        "POST /jobs/sync: AdditionalPropertiesNotValid at #/publishedParameters.MAXY",
        "POST /jobs/sync: AdditionalPropertiesNotValid at #/publishedParameters.THEMES",
        "POST /jobs/sync: no such operation",
        "POST /jobs/sync: unknown member maxTotalLifeTime",

        // It types published parameters as objects. The vendor's article on submitting with version 4 sends texts and arrays of texts, as
        // its command line does (fmeflow-cli, cmd/run.go).
        "POST /jobs: AdditionalPropertiesNotValid at #/publishedParameters.MAXY",
        "POST /jobs: AdditionalPropertiesNotValid at #/publishedParameters.THEMES",
    ];

    [CorpusFact]
    public async Task Every_request_fits_it()
    {
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        using var replay = new Replay { ApiVersion = FmeApiVersion.V4 };
        replay
            .On("GET", "/fmeinfo/version", 200, """{"buildNumber":26018}""")
            .On("POST", "/fmeapiv4/jobs", 202, """{"id":42}""")
            .On("POST", "/fmeapiv4/jobs/sync", 200, """{"id":42,"status":"success"}""")
            .On("GET", "/fmeapiv4/jobs/42", 200, """{"id":42,"status":"success"}""")
            .On("GET", "/fmeapiv4/jobs/42/result", 200, """{"id":42,"status":"success"}""")
            .On("POST", "/fmeapiv4/jobs/42/cancel", 422, "{}")
            .On("GET", "/fmeapiv4/jobs/42/log", 200, "log", "text/plain")
            .On("GET", "/fmeapiv4/jobs/42/log/parsed", 200, """{"items":[]}""")
            .On("DELETE", "/fmeapiv4/jobs/42", 204, "")
            .On("GET", "/fmeapiv4/jobs", 200, """{"items":[]}""");
        using FmeFlowClient fme = replay.Client();
        var order = new AustinDownload { Themes = [ThemesOption.Airports], Maxy = 42 };
        var options = new FmeRunOptions
        {
            Queue = "Downloads",
            MaximumQueueTime = TimeSpan.FromMinutes(5),
            MaximumRunTime = TimeSpan.FromMinutes(1),
            SuccessTopics = ["DONE"],
            FailureTopics = ["ALERT"],
            Directives = new Dictionary<string, string> { ["order"] = "17" },
        };

        FmeJob job = await fme.SubmitAsync(new AustinDownload(), cancellationToken);
        await fme.RunAsync(order, options, cancellationToken: cancellationToken);
        await fme.TransactAsync(
            order, new FmeRunOptions { MaximumTotalLifetime = TimeSpan.FromHours(1), Queue = options.Queue }, cancellationToken: cancellationToken);
        await job.CancelAsync(cancellationToken);
        await job.GetLogAsync(cancellationToken);
        await foreach (FmeLogEntry entry in job.ReadLogEntriesAsync(cancellationToken: cancellationToken))
        {
            Assert.Fail(entry.ToString());
        }

        await job.DeleteAsync(cancellationToken);
        var query = new FmeJobQuery(AustinDownload.Descriptor) { Queue = "Downloads", SourceType = "schedules", SourceId = "1" };
        await foreach (FmeJobRecord record in fme.ListJobsAsync(query, cancellationToken))
        {
            Assert.Fail(record.ToString());
        }

        var document = new RequestJudge();
        var deviations = new SortedSet<string>(StringComparer.Ordinal);
        IRequestMessage[] requests = [.. replay.Server.LogEntries.Select(entry => entry.RequestMessage!)
            .Where(request => request.Path.StartsWith(VendorDocument.Root, StringComparison.Ordinal))];
        foreach (IRequestMessage request in requests)
        {
            deviations.UnionWith(await document.DeviationsAsync(request));
        }

        Assert.Equal(12, requests.Length);
        Assert.Equal(KnownDefects, deviations);
    }

    [CorpusFact]
    public async Task Every_request_for_files_fits_it()
    {
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        const string Data = "/fmeapiv4/resources/connections/DATA";
        using var replay = new Replay { ApiVersion = FmeApiVersion.V4 };
        replay
            .On("GET", "/fmeapiv4/resources/connections", 200, """{"items":[],"totalCount":0}""")
            .On("GET", $"{Data}/info", 200, """{"type":"directory","contents":[]}""")
            .On("GET", $"{Data}/download", 200, "x", "application/octet-stream")
            .On("POST", $"{Data}/downloadzip", 200, "x", "application/zip")
            .On("POST", $"{Data}/upload", 200, "")
            .On("POST", $"{Data}/directory", 201, "{}")
            .On("DELETE", $"{Data}/item", 204, "");
        using FmeFlowClient fme = replay.Client();
        FmeResources resources = fme.Resources;

        await foreach (FmeResourceConnection connection in new FmeFlowAdministration(fme).ListResourceConnectionsAsync(cancellationToken))
        {
        }

        await foreach (FmeResourceEntry entry in resources.ListAsync("DATA", "in", cancellationToken))
        {
        }

        await using (await resources.OpenReadAsync("DATA", "in/a.gml", cancellationToken))
        await using (await resources.OpenZipAsync("DATA", "in", cancellationToken: cancellationToken))
        {
            await resources.UploadAsync("DATA", "in", FmeFile.FromStream("a.gml", _ => new(new MemoryStream([1]))), cancellationToken: cancellationToken);
        }

        await resources.CreateFolderAsync("DATA", "in/new", cancellationToken);
        await resources.DeleteAsync("DATA", "in/new", cancellationToken);

        var document = new RequestJudge();
        var deviations = new List<string>();
        foreach (IRequestMessage request in replay.Server.LogEntries.Select(entry => entry.RequestMessage!))
        {
            deviations.AddRange(await document.DeviationsAsync(request));
        }

        Assert.Equal(7, replay.Server.LogEntries.Count);
        Assert.Empty(deviations);
    }
}
