using FmeTyped.Reliability.Tests.Operations;
using FmeTyped.Reliability.Tests.Server;

namespace FmeTyped.Reliability.Tests.Matrix;

/// <summary>The operations of the page, in its order. Of one that takes several kinds of requests, each kind goes wrong for itself.</summary>
internal static class MatrixRows
{
    public static IReadOnlyList<Operation> All { get; } =
    [
        From("submit", "FmeFlowClient.SubmitAsync(IFmeRequest, CancellationToken)"),
        From("submit, as the client's first call: detecting the version", "FmeFlowClient.SubmitAsync(IFmeRequest, CancellationToken)") with
        {
            IsFirst = true,
            Hits = IsVersionQuestion,
        },
        From("submit with a file: the upload", "FmeFlowClient.SubmitAsync(IFmeRequest, FmeRunOptions, CancellationToken)") with { Hits = IsNoSubmission },
        From("submit with a file: the submission", "FmeFlowClient.SubmitAsync(IFmeRequest, FmeRunOptions, CancellationToken)") with
        {
            Hits = Network.IsSubmission,
        },
        From("submit a download", "FmeFlowClient.SubmitDownloadAsync(IFmeDataDownloadRequest, CancellationToken)"),
        From("submit all", "FmeFlowClient.SubmitAllAsync(IAsyncEnumerable, FmeBatchOptions, CancellationToken)"),
        From("run: the submission", "FmeFlowClient.RunAsync(IFmeRequest, CancellationToken)") with { Hits = Network.IsSubmission },
        From("run: the wait", "FmeFlowClient.RunAsync(IFmeRequest, CancellationToken)") with { Hits = IsNoSubmission },
        From("run: one poll of the wait", "FmeFlowClient.RunAsync(IFmeRequest, CancellationToken)") with { Hits = IsNoSubmission, Most = 1 },
        From("run: the calls that the server holds until the end", "FmeFlowClient.RunAsync(IFmeRequest, CancellationToken)") with { Hits = Network.IsLongPoll },
        From("run all: the submission", "FmeFlowClient.RunAllAsync(IAsyncEnumerable, FmeBatchOptions, CancellationToken)") with { Hits = Network.IsSubmission },
        From("run all: the wait", "FmeFlowClient.RunAllAsync(IAsyncEnumerable, FmeBatchOptions, CancellationToken)") with { Hits = IsNoSubmission },
        From("transact", "FmeFlowClient.TransactAsync(IFmeRequest, CancellationToken)"),
        From("download: the submission", "FmeFlowClient.DownloadAsync(IFmeDataDownloadRequest, CancellationToken)") with { Hits = Network.IsSubmission },
        From("download: the wait", "FmeFlowClient.DownloadAsync(IFmeDataDownloadRequest, CancellationToken)") with
        {
            Hits = static request => IsNoSubmission(request) && !IsResult(request),
        },
        From("download: the result", "FmeFlowClient.DownloadAsync(IFmeDataDownloadRequest, CancellationToken)") with { Hits = IsResult },
        From("stream", "FmeFlowClient.StreamAsync(IFmeDataStreamingRequest, CancellationToken)"),

        From("wait", "FmeJob.WaitAsync(FmeWaitOptions, CancellationToken)"),
        From("wait: one poll", "FmeJob.WaitAsync(FmeWaitOptions, CancellationToken)") with { Most = 1 },
        From("watch", "FmeJob.WatchAsync(FmeWaitOptions, CancellationToken)"),
        From("open the result: the file", "FmeJob.OpenResultAsync(FmeWaitOptions, CancellationToken)") with { Hits = IsResult },
        From("read the record", "FmeJob.GetRecordAsync(CancellationToken)"),
        From("read the request", "FmeJob.GetRequestAsync(CancellationToken)"),
        From("read the log", "FmeJob.GetLogAsync(CancellationToken)"),
        From("log lines", "FmeJob.ReadLogLinesAsync(CancellationToken)"),
        From("log entries", "FmeJob.ReadLogEntriesAsync(LogLevel, CancellationToken)"),
        From("feature counts", "FmeJob.GetFeatureCountsAsync(CancellationToken)"),
        From("explain", "FmeJob.ExplainAsync(CancellationToken)"),
        From("cancel", "FmeJob.CancelAsync(CancellationToken)"),
        From("delete the record", "FmeJob.DeleteAsync(CancellationToken)"),
        From("list jobs", "FmeFlowClient.ListJobsAsync(FmeJobQuery, CancellationToken)"),
        From("find a submission", "FmeFlowClient.FindSubmissionAsync(FmeSubmissionUnknownException, CancellationToken)"),

        From("resource connections", "FmeFlowAdministration.ListResourceConnectionsAsync(CancellationToken)"),
        From("resources: list", "FmeResources.ListAsync(String, String, CancellationToken)"),
        From("resources: read", "FmeResources.OpenReadAsync(String, String, CancellationToken)"),
        From("resources: save", "FmeResources.SaveAsync(String, String, String, CancellationToken)"),
        From("resources: zip", "FmeResources.OpenZipAsync(String, String, IEnumerable, CancellationToken)"),
        From("resources: upload", "FmeResources.UploadAsync(String, String, FmeFile, Boolean, IProgress, CancellationToken)"),
        From("resources: upload a folder", "FmeResources.UploadFolderAsync(String, String, FmeFolder, Boolean, IProgress, CancellationToken)"),
        From("resources: create a folder", "FmeResources.CreateFolderAsync(String, String, CancellationToken)"),
        From("resources: delete", "FmeResources.DeleteAsync(String, String, CancellationToken)"),

        From("repositories", "FmeFlowAdministration.ListRepositoriesAsync(String, CancellationToken)"),
        From("workspaces", "FmeFlowAdministration.ListWorkspacesAsync(String, String, CancellationToken)"),
        From("workspace", "FmeFlowAdministration.GetWorkspaceAsync(String, String, CancellationToken)"),
        From("parameters", "FmeFlowAdministration.GetParametersJsonAsync(String, String, CancellationToken)"),
        From("workspace file", "FmeFlowAdministration.OpenWorkspaceFileAsync(String, String, CancellationToken)"),
        From("verify", "FmeFlowAdministration.VerifyAsync(IEnumerable, CancellationToken)"),
        From("server info", "FmeFlowAdministration.GetServerInfoAsync(CancellationToken)"),
        From("liveness", "FmeFlowAdministration.GetLivenessAsync(CancellationToken)"),
        From("readiness", "FmeFlowAdministration.GetReadinessAsync(CancellationToken)"),
        From("engines", "FmeFlowAdministration.ListEnginesAsync(CancellationToken)"),
        From("queues", "FmeFlowAdministration.ListQueuesAsync(CancellationToken)"),
        From("tokens", "FmeFlowAdministration.ListTokensAsync(CancellationToken)"),
        From("create a token", "FmeFlowAdministration.CreateTokenAsync(String, FmeSecret, FmeTokenOptions, CancellationToken)"),
        From("delete a token", "FmeFlowAdministration.DeleteTokenAsync(String, CancellationToken)"),
        From("build, first request", "FmeFlowAdministration.GetBuildAsync(CancellationToken)"),
    ];

    private static Operation From(string name, string call) => Calls.All[call] with { Name = name };

    private static bool IsNoSubmission(HttpRequestMessage request) => !Network.IsSubmission(request);

    private static bool IsVersionQuestion(HttpRequestMessage request) =>
        request.RequestUri!.AbsolutePath is "/fmeinfo/version" or "/fmerest/v3/info" or "/fmeapiv4/healthcheck/liveness";

    private static bool IsResult(HttpRequestMessage request) =>
        request.Method == HttpMethod.Get && request.RequestUri!.AbsolutePath.StartsWith("/fmedatadownload/", StringComparison.Ordinal);
}
