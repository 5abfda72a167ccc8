using FmeTyped.Reliability.Tests.Fme.Proofs;
using FmeTyped.Reliability.Tests.Server;

namespace FmeTyped.Reliability.Tests.Operations;

/// <summary>Every asynchronous method of the client, by its signature, as a call that does what it is for.</summary>
internal static class Calls
{
    /// <summary>The calls, each to its end: a list is read through, a stream read and closed.</summary>
    public static IReadOnlyDictionary<string, Operation> All { get; } = new Dictionary<string, Operation>
    {
        ["FmeFlowClient.SubmitAsync(IFmeRequest, CancellationToken)"] = Submitting(static async (s, ct) => await s.Client.SubmitAsync(Scene.Request, ct)),
        ["FmeFlowClient.SubmitAsync(IFmeRequest, FmeRunOptions, CancellationToken)"] =
            Submitting(static async (s, ct) => await s.Client.SubmitAsync(Scene.RequestWithFile, new FmeRunOptions(), ct)),
        ["FmeFlowClient.RunAsync(IFmeRequest, CancellationToken)"] = Waiting(static async (s, ct) => await s.Client.RunAsync(Scene.Request, ct)),
        ["FmeFlowClient.RunAsync(IFmeRequest, FmeRunOptions, CancellationToken)"] =
            Waiting(static async (s, ct) =>
                await s.Client.RunAsync(Scene.RequestWithFile, new FmeRunOptions { Wait = new FmeWaitOptions { CancelJobOnCancellation = true } }, ct)),
        ["FmeFlowClient.TransactAsync(IFmeRequest, CancellationToken)"] =
            Waiting(static async (s, ct) => await s.Client.TransactAsync(Scene.Request, ct)),
        ["FmeFlowClient.TransactAsync(IFmeRequest, FmeRunOptions, CancellationToken)"] =
            Waiting(static async (s, ct) => await s.Client.TransactAsync(Scene.RequestWithFile, new FmeRunOptions(), cancellationToken: ct)),
        ["FmeFlowClient.SubmitDownloadAsync(IFmeDataDownloadRequest, CancellationToken)"] =
            Submitting(static async (s, ct) => await s.Client.SubmitDownloadAsync(Scene.Request, ct)),
        ["FmeFlowClient.SubmitDownloadAsync(IFmeDataDownloadRequest, FmeRunOptions, CancellationToken)"] =
            Submitting(static async (s, ct) => await s.Client.SubmitDownloadAsync(Scene.RequestWithFile, new FmeRunOptions(), ct)),
        ["FmeFlowClient.DownloadAsync(IFmeDataDownloadRequest, CancellationToken)"] =
            Waiting(static async (s, ct) => await ReadAsync(await s.Client.DownloadAsync(Scene.Request, ct), ct)),
        ["FmeFlowClient.DownloadAsync(IFmeDataDownloadRequest, FmeRunOptions, CancellationToken)"] =
            Waiting(
                static async (s, ct) => await ReadAsync(await s.Client.DownloadAsync(Scene.RequestWithFile, new FmeRunOptions(), cancellationToken: ct), ct)),
        ["FmeFlowClient.StreamAsync(IFmeDataStreamingRequest, CancellationToken)"] =
            Waiting(static async (s, ct) => await ReadAsync(await s.Client.StreamAsync(Scene.Request, ct), ct)),
        ["FmeFlowClient.StreamAsync(IFmeDataStreamingRequest, FmeRunOptions, CancellationToken)"] =
            Waiting(static async (s, ct) => await ReadAsync(await s.Client.StreamAsync(Scene.RequestWithFile, new FmeRunOptions(), cancellationToken: ct), ct)),
        ["FmeFlowClient.RunAllAsync(IAsyncEnumerable, FmeBatchOptions, CancellationToken)"] =
            SubmittingAll(static async (s, ct) => await SingleAsync(s, journal => s.Client.RunAllAsync(OneRequestAsync(), new() { Journal = journal }, ct))),
        ["FmeFlowClient.SubmitAllAsync(IAsyncEnumerable, FmeBatchOptions, CancellationToken)"] =
            SubmittingAll(static async (s, ct) => await SingleAsync(s, journal => s.Client.SubmitAllAsync(OneRequestAsync(), new() { Journal = journal }, ct))),
        ["FmeFlowClient.PostWebhookAsync(String, T, JsonTypeInfo, CancellationToken)"] = From(
            static async (s, ct) => await s.Client.PostWebhookAsync(Scene.Webhook, "the message", Scene.Message, ct)),
        ["FmeFlowClient.FindSubmissionAsync(FmeSubmissionUnknownException, CancellationToken)"] = Finding(
            static async (s, ct) => await s.Client.FindSubmissionAsync(s.Unknown, ct)),
        ["FmeFlowClient.FindJobAsync(String, String, String, DateTimeOffset, CancellationToken)"] =
            Finding(static async (s, ct) => await s.Client.FindJobAsync("no such key", "Proofs", "reproject.fmw", s.Time.GetUtcNow(), ct)),
        ["FmeFlowAdministration.VerifyAsync(IEnumerable, CancellationToken)"] =
            From(static async (s, ct) => await new FmeFlowAdministration(s.Client).VerifyAsync([Reproject.Descriptor], ct)),

        ["FmeJob.GetRecordAsync(CancellationToken)"] = OfJob(static async (s, ct) => await s.Job.GetRecordAsync(ct)),
        ["FmeJob.WaitAsync(FmeWaitOptions, CancellationToken)"] = OfJob(static async (s, ct) => await s.Job.WaitAsync(cancellationToken: ct)) with
        {
            Waits = Scene.WaitTimeout,
        },
        ["FmeJob.WaitAsync(CancellationToken)"] = OfJob(static async (s, ct) => await s.Job.WaitAsync(ct)) with { Waits = Scene.WaitTimeout },
        ["FmeJob.WatchAsync(CancellationToken)"] = OfJob(static (s, ct) => CountAsync(s.Job.WatchAsync(ct))) with { Waits = Scene.WaitTimeout },
        ["FmeJob.OpenResultAsync(CancellationToken)"] =
            OfJob(static async (s, ct) => await ReadAsync(await s.Job.OpenResultAsync(ct), ct)) with { Waits = Scene.WaitTimeout },
        ["FmeJob.WatchAsync(FmeWaitOptions, CancellationToken)"] = OfJob(static (s, ct) => CountAsync(s.Job.WatchAsync(cancellationToken: ct))) with
        {
            Waits = Scene.WaitTimeout,
        },
        ["FmeJob.CancelAsync(CancellationToken)"] = OfJob(static async (s, ct) => await s.Job.CancelAsync(ct)),
        ["FmeJob.DeleteAsync(CancellationToken)"] = OfJob(static async (s, ct) => await DoneAsync(s.Job.DeleteAsync(ct))),
        ["FmeJob.GetRequestAsync(CancellationToken)"] = OfJob(static async (s, ct) => await s.Job.GetRequestAsync<Reproject>(ct)),
        ["FmeJob.ExplainAsync(CancellationToken)"] = OfJob(static async (s, ct) => await s.Job.ExplainAsync(ct)),
        ["FmeJob.ExplainAsync<TRequest>(CancellationToken)"] = OfJob(static async (s, ct) => await s.Job.ExplainAsync<Reproject>(ct)),
        ["FmeJob.GetLogAsync(CancellationToken)"] = OfJob(static async (s, ct) => await s.Job.GetLogAsync(ct)),
        ["FmeJob.ReadLogLinesAsync(CancellationToken)"] = OfJob(static (s, ct) => CountAsync(s.Job.ReadLogLinesAsync(ct))),
        ["FmeJob.ReadLogEntriesAsync(LogLevel, CancellationToken)"] = OfJob(static (s, ct) => CountAsync(s.Job.ReadLogEntriesAsync(cancellationToken: ct))),
        ["FmeJob.GetFeatureCountsAsync(CancellationToken)"] = OfJob(static async (s, ct) => await s.Job.GetFeatureCountsAsync(ct)),
        ["FmeJob.OpenResultAsync(FmeWaitOptions, CancellationToken)"] =
            OfJob(static async (s, ct) => await ReadAsync(await s.Job.OpenResultAsync(cancellationToken: ct), ct)) with { Waits = Scene.WaitTimeout },

        ["FmeFlowClient.ListJobsAsync(FmeJobQuery, CancellationToken)"] = OfJob(static (s, ct) => CountAsync(s.Client.ListJobsAsync(cancellationToken: ct))),

        ["FmeFlowAdministration.ListResourceConnectionsAsync(CancellationToken)"] = From(
            static (s, ct) => CountAsync(new FmeFlowAdministration(s.Client).ListResourceConnectionsAsync(ct))),
        ["FmeResources.ListAsync(String, String, CancellationToken)"] = From(
            static (s, ct) => CountAsync(s.Client.Resources.ListAsync(Scene.Data, "proofs", ct))),
        ["FmeResources.OpenReadAsync(String, String, CancellationToken)"] =
            From(static async (s, ct) => await ReadAsync(await s.Client.Resources.OpenReadAsync(Scene.Data, "proofs/a.txt", ct), ct)),
        ["FmeResources.SaveAsync(String, String, String, CancellationToken)"] =
            From(static (s, ct) => DoneAsync(s.Client.Resources.SaveAsync(Scene.Data, "proofs/a.txt", Path.Combine(s.Folder, "a.txt"), ct))),
        ["FmeResources.OpenZipAsync(String, String, IEnumerable, CancellationToken)"] =
            From(static async (s, ct) => await ReadAsync(await s.Client.Resources.OpenZipAsync(Scene.Data, "proofs", cancellationToken: ct), ct)),
        ["FmeResources.CreateFolderAsync(String, String, CancellationToken)"] =
            From(static (s, ct) => DoneAsync(s.Client.Resources.CreateFolderAsync(Scene.Data, $"folder-{Guid.NewGuid():N}", ct))),
        ["FmeResources.DeleteAsync(String, String, CancellationToken)"] = From(
            static (s, ct) => DoneAsync(s.Client.Resources.DeleteAsync(Scene.Data, "doomed/a.txt", ct))) with
        {
            SetUp = static s =>
            {
                s.Flow.Files.Write($"$({Scene.Data})/doomed/a.txt", "the content"u8.ToArray());
                return Task.CompletedTask;
            },
        },
        ["FmeResources.UploadAsync(String, String, FmeFile, Boolean, IProgress, CancellationToken)"] =
            From(static async (s, ct) => await s.Client.Resources.UploadAsync(Scene.Data, "uploads", Scene.File, overwrite: true, cancellationToken: ct)),
        ["FmeResources.UploadFolderAsync(String, String, FmeFolder, Boolean, IProgress, CancellationToken)"] =
            From(static async (s, ct) => await s.Client.Resources
                .UploadFolderAsync(Scene.Data, "uploads", FmeFolder.FromPath(Path.Combine(s.Folder, "upload")), overwrite: true, cancellationToken: ct)),

        ["FmeFlowAdministration.ListRepositoriesAsync(String, CancellationToken)"] = From(
            static (s, ct) => CountAsync(new FmeFlowAdministration(s.Client).ListRepositoriesAsync(cancellationToken: ct))),
        ["FmeFlowAdministration.ListWorkspacesAsync(String, String, CancellationToken)"] = From(
            static (s, ct) => CountAsync(new FmeFlowAdministration(s.Client).ListWorkspacesAsync(cancellationToken: ct))),
        ["FmeFlowAdministration.GetWorkspaceAsync(String, String, CancellationToken)"] =
            From(static async (s, ct) => await new FmeFlowAdministration(s.Client).GetWorkspaceAsync("Proofs", "reproject.fmw", ct)),
        ["FmeFlowAdministration.GetParametersJsonAsync(String, String, CancellationToken)"] =
            From(static async (s, ct) => await new FmeFlowAdministration(s.Client).GetParametersJsonAsync("Proofs", "reproject.fmw", ct)),
        ["FmeFlowAdministration.OpenWorkspaceFileAsync(String, String, CancellationToken)"] =
            From(static async (s, ct) => await ReadAsync(await new FmeFlowAdministration(s.Client).OpenWorkspaceFileAsync("Proofs", "reproject.fmw", ct), ct)),

        ["FmeFlowAdministration.GetServerInfoAsync(CancellationToken)"] = From(
            static async (s, ct) => await new FmeFlowAdministration(s.Client).GetServerInfoAsync(ct)),
        ["FmeFlowAdministration.GetLivenessAsync(CancellationToken)"] = From(
            static async (s, ct) => await new FmeFlowAdministration(s.Client).GetLivenessAsync(ct)),
        ["FmeFlowAdministration.GetReadinessAsync(CancellationToken)"] = From(
            static async (s, ct) => await new FmeFlowAdministration(s.Client).GetReadinessAsync(ct)),
        ["FmeFlowAdministration.ListEnginesAsync(CancellationToken)"] = From(
            static (s, ct) => CountAsync(new FmeFlowAdministration(s.Client).ListEnginesAsync(ct))),
        ["FmeFlowAdministration.ListQueuesAsync(CancellationToken)"] = From(
            static (s, ct) => CountAsync(new FmeFlowAdministration(s.Client).ListQueuesAsync(ct))),
        ["FmeFlowAdministration.ListTokensAsync(CancellationToken)"] = From(
            static (s, ct) => CountAsync(new FmeFlowAdministration(s.Client).ListTokensAsync(ct))),
        ["FmeFlowAdministration.CreateTokenAsync(String, FmeSecret, FmeTokenOptions, CancellationToken)"] =
            From(static async (s, ct) =>
                await new FmeFlowAdministration(s.Client).CreateTokenAsync(Scene.User, new FmeSecret(Scene.Password), cancellationToken: ct)),
        ["FmeFlowAdministration.DeleteTokenAsync(String, CancellationToken)"] = From(
            static (s, ct) => DoneAsync(new FmeFlowAdministration(s.Client).DeleteTokenAsync(s.TokenId, ct))) with
        {
            SetUp = static async s =>
                s.TokenId = (await new FmeFlowAdministration(s.Client).CreateTokenAsync(Scene.User, new FmeSecret(Scene.Password))).Id ?? "1",
        },
        ["FmeFlowAdministration.GetBuildAsync(CancellationToken)"] = From(
            static async (s, ct) => await new FmeFlowAdministration(s.Client).GetBuildAsync(ct)) with { IsFirst = true },
    };

    private static Operation From(Func<Scene, CancellationToken, Task<object?>> run) => new("", run);

    private static Operation OfJob(Func<Scene, CancellationToken, Task<object?>> run) =>
        From(run) with { SetUp = static async s => s.Job = await s.Client.SubmitDownloadAsync(Scene.Request) };

    private static Operation Submitting(Func<Scene, CancellationToken, Task<object?>> run) =>
        From(run) with { Submits = true, Waits = TimeSpan.FromSeconds(10) };

    private static Operation Waiting(Func<Scene, CancellationToken, Task<object?>> run) => Submitting(run) with { Waits = Scene.WaitTimeout };

    // It looks for a job that is not known, twice, and through several lists.
    private static Operation SubmittingAll(Func<Scene, CancellationToken, Task<object?>> run) =>
        Waiting(run) with { Waits = Scene.WaitTimeout + (8 * Scene.RequestTimeout), MostSubmissions = 5 };

    // Its jobs are known by now, and each is looked at.
    private static Operation Finding(Func<Scene, CancellationToken, Task<object?>> run) =>
        From(run) with { SetUp = static s => s.LoseSubmissionAsync(), Waits = TimeSpan.FromSeconds(10) };

    private static async Task<object?> DoneAsync(Task task)
    {
        await task;
        return null;
    }

    private static async Task<object?> CountAsync<T>(IAsyncEnumerable<T> items)
    {
        int count = 0;
        await foreach (T item in items)
        {
            count++;
        }

        return count;
    }

    private static async Task<object?> SingleAsync(Scene scene, Func<FmeBatchJournal, IAsyncEnumerable<FmeBatchItem<Reproject>>> run)
    {
        using FmeBatchJournal journal = FmeBatchJournal.Open(scene.NewJournal());
        FmeBatchItem<Reproject>? single = null;
        await foreach (FmeBatchItem<Reproject> item in run(journal))
        {
            Assert.Null(single);
            single = item;
        }

        return single;
    }

    private static async IAsyncEnumerable<Reproject> OneRequestAsync()
    {
        await Task.CompletedTask;
        yield return Scene.Request;
    }

    private static async Task<object?> ReadAsync(FmeDownload download, CancellationToken cancellationToken)
    {
        await using (download)
        {
            await download.CopyToAsync(Stream.Null, cancellationToken);
            return download;
        }
    }

    private static async Task<object?> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        await using (stream)
        {
            await stream.CopyToAsync(Stream.Null, cancellationToken);
            return null;
        }
    }
}
