using FmeTyped.Reliability.Tests.Operations;
using FmeTyped.Reliability.Tests.Server;

namespace FmeTyped.Reliability.Tests.Matrix;

/// <summary>The operations of the page, in its order. Of one that takes several kinds of requests, each kind goes wrong for itself.</summary>
internal static class MatrixRows
{
    public static IReadOnlyList<Operation> All { get; } =
    [
        Of("submit", "FmeFlowClient.SubmitAsync(IFmeRequest, CancellationToken)"),
        Of("submit, as the client's first call: the question for the version", "FmeFlowClient.SubmitAsync(IFmeRequest, CancellationToken)") with { IsFirst = true, Hits = IsVersionQuestion },
        Of("submit with a file: the upload", "FmeFlowClient.SubmitAsync(IFmeRequest, FmeRunOptions, CancellationToken)") with { Hits = IsNoSubmission },
        Of("submit with a file: the submission", "FmeFlowClient.SubmitAsync(IFmeRequest, FmeRunOptions, CancellationToken)") with { Hits = Network.IsSubmission },
        Of("submit a download", "FmeFlowClient.SubmitDownloadAsync(IFmeDataDownloadRequest, CancellationToken)"),
        Of("submit all", "FmeFlowClient.SubmitAllAsync(IEnumerable, FmeBatchOptions, CancellationToken)"),
        Of("run: the submission", "FmeFlowClient.RunAsync(IFmeRequest, CancellationToken)") with { Hits = Network.IsSubmission },
        Of("run: the waiting", "FmeFlowClient.RunAsync(IFmeRequest, CancellationToken)") with { Hits = IsNoSubmission },
        Of("run: one look of the waiting", "FmeFlowClient.RunAsync(IFmeRequest, CancellationToken)") with { Hits = IsNoSubmission, Most = 1 },
        Of("run all: the submission", "FmeFlowClient.RunAllAsync(IEnumerable, FmeBatchOptions, CancellationToken)") with { Hits = Network.IsSubmission },
        Of("run all: the waiting", "FmeFlowClient.RunAllAsync(IEnumerable, FmeBatchOptions, CancellationToken)") with { Hits = IsNoSubmission },
        Of("transact", "FmeFlowClient.TransactAsync(IFmeRequest, CancellationToken)"),
        Of("download: the submission", "FmeFlowClient.DownloadAsync(IFmeDataDownloadRequest, CancellationToken)") with { Hits = Network.IsSubmission },
        Of("download: the waiting", "FmeFlowClient.DownloadAsync(IFmeDataDownloadRequest, CancellationToken)") with { Hits = static request => IsNoSubmission(request) && !IsResult(request) },
        Of("download: the result", "FmeFlowClient.DownloadAsync(IFmeDataDownloadRequest, CancellationToken)") with { Hits = IsResult },
        Of("stream", "FmeFlowClient.StreamAsync(IFmeDataStreamingRequest, CancellationToken)"),

        Of("wait", "FmeJob.WaitAsync(FmeWaitOptions, CancellationToken)"),
        Of("wait: one look", "FmeJob.WaitAsync(FmeWaitOptions, CancellationToken)") with { Most = 1 },
        Of("watch", "FmeJob.WatchAsync(FmeWaitOptions, CancellationToken)"),
        Of("open the result: the file", "FmeJob.OpenResultAsync(FmeWaitOptions, CancellationToken)") with { Hits = IsResult },
        Of("read the record", "FmeJob.GetRecordAsync(CancellationToken)"),
        Of("read the request", "FmeJob.ReadRequestAsync(CancellationToken)"),
        Of("read the log", "FmeJob.GetLogAsync(CancellationToken)"),
        Of("log lines", "FmeJob.ReadLogLinesAsync(CancellationToken)"),
        Of("log entries", "FmeJob.ReadLogEntriesAsync(FmeLogSeverity, CancellationToken)"),
        Of("feature summary", "FmeJob.GetFeatureSummaryAsync(CancellationToken)"),
        Of("explain", "FmeJob.ExplainAsync(CancellationToken)"),
        Of("cancel", "FmeJob.CancelAsync(CancellationToken)"),
        Of("delete the record", "FmeJob.DeleteAsync(CancellationToken)"),
        Of("list jobs", "FmeJobs.ListAsync(FmeJobQuery, CancellationToken)"),
        Of("find a submission", "FmeFlowClient.FindSubmissionAsync(FmeSubmissionUnknownException, CancellationToken)"),

        Of("resources: connections", "FmeResources.ListConnectionsAsync(CancellationToken)"),
        Of("resources: list", "FmeResources.ListAsync(String, String, CancellationToken)"),
        Of("resources: read", "FmeResources.OpenReadAsync(String, String, CancellationToken)"),
        Of("resources: download", "FmeResources.DownloadAsync(String, String, String, CancellationToken)"),
        Of("resources: zip", "FmeResources.OpenZipAsync(String, String, IEnumerable, CancellationToken)"),
        Of("resources: upload", "FmeResources.UploadAsync(String, String, FmeFile, Boolean, IProgress, CancellationToken)"),
        Of("resources: upload a folder", "FmeResources.UploadFolderAsync(String, String, FmeFolder, Boolean, IProgress, CancellationToken)"),
        Of("resources: make a folder", "FmeResources.CreateFolderAsync(String, String, CancellationToken)"),
        Of("resources: delete", "FmeResources.DeleteAsync(String, String, CancellationToken)"),

        Of("repositories", "FmeFlowAdministration.ListRepositoriesAsync(String, CancellationToken)"),
        Of("workspaces", "FmeFlowAdministration.ListWorkspacesAsync(String, String, CancellationToken)"),
        Of("workspace", "FmeFlowAdministration.GetWorkspaceAsync(String, String, CancellationToken)"),
        Of("parameters", "FmeFlowAdministration.GetParametersJsonAsync(String, String, CancellationToken)"),
        Of("workspace file", "FmeFlowAdministration.OpenWorkspaceFileAsync(String, String, CancellationToken)"),
        Of("verify", "FmeFlowAdministration.VerifyAsync(IEnumerable, CancellationToken)"),
        Of("server info", "FmeFlowAdministration.GetServerInfoAsync(CancellationToken)"),
        Of("liveness", "FmeFlowAdministration.GetLivenessAsync(CancellationToken)"),
        Of("readiness", "FmeFlowAdministration.GetReadinessAsync(CancellationToken)"),
        Of("engines", "FmeFlowAdministration.ListEnginesAsync(CancellationToken)"),
        Of("queues", "FmeFlowAdministration.ListQueuesAsync(CancellationToken)"),
        Of("tokens", "FmeFlowAdministration.ListTokensAsync(CancellationToken)"),
        Of("make a token", "FmeFlowAdministration.CreateTokenAsync(String, FmeSecret, FmeTokenOptions, CancellationToken)"),
        Of("delete a token", "FmeFlowAdministration.DeleteTokenAsync(String, CancellationToken)"),
        Of("build, asked for the first time", "FmeFlowAdministration.GetBuildAsync(CancellationToken)"),
    ];

    private static Operation Of(string name, string call) => Calls.All[call] with { Name = name };

    private static bool IsNoSubmission(HttpRequestMessage request) => !Network.IsSubmission(request);

    private static bool IsVersionQuestion(HttpRequestMessage request) => request.RequestUri!.AbsolutePath is "/fmeinfo/version" or "/fmerest/v3/info" or "/fmeapiv4/healthcheck/liveness";

    private static bool IsResult(HttpRequestMessage request) => request.Method == HttpMethod.Get && request.RequestUri!.AbsolutePath.StartsWith("/fmedatadownload/", StringComparison.Ordinal);
}
