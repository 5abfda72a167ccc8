using FmeTyped.EndToEnd.Tests.Fme.Samples;
using FmeTyped.EndToEnd.Tests.Fme.Vault;

namespace FmeTyped.EndToEnd.Tests.Secrets;

/// <summary>Every operation of the client, with secrets wherever one fits.</summary>
internal static class Operations
{
    private static readonly FmeWaitOptions Wait =
        new() { ThrowOnFailure = true, Timeout = TimeSpan.FromSeconds(20), InitialDelay = TimeSpan.FromMilliseconds(1) };

    public static Open Request() => new()
    {
        DbPassword = Marker.Parameter,
        ApiToken = Marker.TextParameter,
        Source = FmeFile.FromUrl(new Uri($"https://{Marker.UrlUser}:{Marker.UrlPassword}@data.example.com/a.zip?sig={Marker.UrlQuery}")),
        Level = 2,
    };

    public static IReadOnlyList<(string Name, Func<FmeFlowClient, CancellationToken, Task<object?>> Run)> All(string folder) =>
    [
        ("submit", async (fme, token) => await fme.SubmitAsync(Request(), Options, token)),
        ("submit a file", async (fme, token) => await fme.SubmitAsync(Request() with { Source = File() }, token)),
        ("run", async (fme, token) => await fme.RunAsync(Request(), new FmeRunOptions { Directives = Options.Directives, Wait = Wait }, token)),
        ("transact", async (fme, token) => await fme.TransactAsync(Request(), new FmeRunOptions { Wait = Wait }, token)),
        ("stream", async (fme, token) => await Read(await fme.StreamAsync(Request(), new FmeRunOptions { Wait = Wait }, token))),
        ("download", async (fme, token) => await Read(await fme.DownloadAsync(Request(), new FmeRunOptions { Wait = Wait }, token))),
        ("submit download", async (fme, token) => await Read(await (await fme.SubmitDownloadAsync(Request(), token)).OpenResultAsync(Wait, token))),
        ("invalid", async (fme, token) => await fme.SubmitAsync(Request() with { Level = TooHigh }, token)),
        ("unsupported", async (fme, token) =>
            await fme.SubmitAsync(Request(), new FmeRunOptions { Priority = 1, MaximumTotalLifetime = TimeSpan.FromHours(1) }, token)),
        ("find", async (fme, token) => await fme.FindJobAsync("key", "Vault", "open.fmw", DateTimeOffset.UtcNow, token)),
        ("record", async (fme, token) => (await fme.GetJob(1).GetRecordAsync(token)).ToString()),
        ("wait", async (fme, token) => await fme.GetJob(1).WaitAsync(Wait, token)),
        ("watch", async (fme, token) => (await List(fme.GetJob(1).WatchAsync(Wait, token))).Select(record => record.ToString()).ToArray()),
        ("explain", async (fme, token) => await fme.GetJob(1).ExplainAsync<Open>(token)),
        ("explain by names", async (fme, token) => (await fme.GetJob(1).ExplainAsync(token)).Result.Status),
        ("echo", async (fme, token) => (await fme.GetJob(1).GetRequestAsync<Open>(token)).ToString()),
        ("log", async (fme, token) => await fme.GetJob(1).GetLogAsync(token)),
        ("log lines", async (fme, token) => await List(fme.GetJob(1).ReadLogLinesAsync(token))),
        ("log entries", async (fme, token) => await List(fme.GetJob(1).ReadLogEntriesAsync(cancellationToken: token))),
        ("features", async (fme, token) => await fme.GetJob(1).GetFeatureCountsAsync(token)),
        ("cancel", async (fme, token) => await fme.GetJob(1).CancelAsync(token)),
        ("result", async (fme, token) => await Read(await fme.GetJob(1).OpenResultAsync(Wait, token))),
        ("handle", (fme, _) => Task.FromResult<object?>(fme.GetJob(1).ToHandle())),
        ("jobs", async (fme, token) => (await List(fme.ListJobsAsync(cancellationToken: token))).Select(record => record.ToString()).ToArray()),
        ("verify", async (fme, token) => await new FmeFlowAdministration(fme).VerifyAsync([Open.Descriptor, AustinDownload.Descriptor], token)),
        ("repositories", async (fme, token) => await List(new FmeFlowAdministration(fme).ListRepositoriesAsync(cancellationToken: token))),
        ("workspaces", async (fme, token) => await List(new FmeFlowAdministration(fme).ListWorkspacesAsync(cancellationToken: token))),
        ("workspace", async (fme, token) => await new FmeFlowAdministration(fme).GetWorkspaceAsync("Vault", "open.fmw", token)),
        ("parameters", async (fme, token) => (await new FmeFlowAdministration(fme).GetParametersJsonAsync("Vault", "open.fmw", token)).ValueKind),
        ("workspace file", async (fme, token) => await Read(await new FmeFlowAdministration(fme).OpenWorkspaceFileAsync("Vault", "open.fmw", token))),
        ("connections", async (fme, token) => await List(new FmeFlowAdministration(fme).ListResourceConnectionsAsync(token))),
        ("upload", async (fme, token) => await fme.Resources.UploadAsync("FME_SHAREDRESOURCE_TEMP", "in", File(), overwrite: true, cancellationToken: token)),
        ("create folder", async (fme, token) => { await fme.Resources.CreateFolderAsync("FME_SHAREDRESOURCE_TEMP", "in/more", token); return null; }),
        ("list files", async (fme, token) => await List(fme.Resources.ListAsync("FME_SHAREDRESOURCE_TEMP", "in", token))),
        ("read file", async (fme, token) => await Read(await fme.Resources.OpenReadAsync("FME_SHAREDRESOURCE_TEMP", "in/a.txt", token))),
        ("download file", async (fme, token) => { await fme.Resources
            .SaveAsync("FME_SHAREDRESOURCE_TEMP", "in/a.txt", Path.Combine(folder, "a.txt"), token); return null; }),
        ("zip", async (fme, token) => await Read(await fme.Resources.OpenZipAsync("FME_SHAREDRESOURCE_TEMP", "in", cancellationToken: token))),
        ("delete file", async (fme, token) => { await fme.Resources.DeleteAsync("FME_SHAREDRESOURCE_TEMP", "in", token); return null; }),
        ("info", async (fme, token) => await new FmeFlowAdministration(fme).GetServerInfoAsync(token)),
        ("build", async (fme, token) => await new FmeFlowAdministration(fme).GetBuildAsync(token)),
        ("liveness", async (fme, token) => await new FmeFlowAdministration(fme).GetLivenessAsync(token)),
        ("readiness", async (fme, token) => await new FmeFlowAdministration(fme).GetReadinessAsync(token)),
        ("engines", async (fme, token) => await List(new FmeFlowAdministration(fme).ListEnginesAsync(token))),
        ("queues", async (fme, token) => await List(new FmeFlowAdministration(fme).ListQueuesAsync(token))),
        ("tokens", async (fme, token) => await List(new FmeFlowAdministration(fme).ListTokensAsync(token))),
        ("create token", async (fme, token) =>
            await new FmeFlowAdministration(fme).CreateTokenAsync(Marker.User, Marker.UserPassword, cancellationToken: token)),
        ("delete token", async (fme, token) => { await new FmeFlowAdministration(fme).DeleteTokenAsync("7", token); return null; }),
        ("batch", async (fme, token) =>
        {
            string path = Path.Combine(folder, Guid.NewGuid().ToString("N"));
            using (FmeBatchJournal journal = FmeBatchJournal.Open(path))
            {
                Open[] requests = [Request(), Request() with { Level = 3 }, Request() with { Level = TooHigh }];
                await foreach (FmeBatchItem<Open> item in fme.RunAllAsync(
                    requests, new() { Journal = journal, Key = request => $"{request.Level}", Wait = Wait }, token))
                {
                    if (item.Error is not null and not FmeException)
                    {
                        throw item.Error;
                    }
                }
            }

            return await System.IO.File.ReadAllTextAsync(path, token);
        }),
        ("delete record", async (fme, token) => { await fme.GetJob(1).DeleteAsync(token); return null; }),
    ];

    /// <summary>Those whose result tells of job 1.</summary>
    public static IReadOnlySet<string> AreOfJob { get; } =
        new HashSet<string>
        {
            "run", "record", "wait", "watch", "explain", "explain by names", "log", "log lines", "log entries", "features", "result", "jobs", "batch",
        };

    // Not a constant, which would not compile.
    private static long TooHigh => 99;

    private static FmeRunOptions Options => new() { Directives = new Dictionary<string, string> { ["note"] = "n" } };

    private static FmeFile File() => FmeFile.FromFormFile("a.txt", () => new MemoryStream([1, 2, 3]));

    // The content is the server's and goes to who asked for it.
    private static async Task<object?> Read(FmeDownload download)
    {
        await using (download)
        {
            await download.CopyToAsync(Stream.Null, TestContext.Current.CancellationToken);
            return $"{download} {download.FileName} {download.MediaType}";
        }
    }

    private static async Task<object?> Read(Stream stream)
    {
        await using (stream)
        {
            await stream.CopyToAsync(Stream.Null, TestContext.Current.CancellationToken);
            return null;
        }
    }

    private static async Task<List<T>> List<T>(IAsyncEnumerable<T> items)
    {
        var list = new List<T>();
        await foreach (T item in items)
        {
            list.Add(item);
        }

        return list;
    }
}
