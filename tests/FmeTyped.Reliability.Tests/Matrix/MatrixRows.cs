using FmeTyped.Reliability.Tests.Operations;
using FmeTyped.Reliability.Tests.Server;

namespace FmeTyped.Reliability.Tests.Matrix;

/// <summary>The operations of the page, in its order. Of one that takes several kinds of requests, each kind goes wrong for itself.</summary>
internal static class MatrixRows
{
    public static IReadOnlyList<Operation> All { get; } =
    [
        From("FmeFlowClient.SubmitAsync(IFmeRequest, CancellationToken)"),
        From("FmeFlowClient.SubmitAsync(IFmeRequest, CancellationToken)", "first request") with
        {
            IsFirst = true,
            Hits = IsVersionQuestion,
        },
        From("FmeFlowClient.SubmitAsync(IFmeRequest, FmeRunOptions, CancellationToken)", "upload") with { Hits = IsNoSubmission },
        From("FmeFlowClient.SubmitAsync(IFmeRequest, FmeRunOptions, CancellationToken)", "with files") with
        {
            Hits = Network.IsSubmission,
        },
        From("FmeFlowClient.SubmitDownloadAsync(IFmeDataDownloadRequest, CancellationToken)"),
        From("FmeFlowClient.SubmitAllAsync(IAsyncEnumerable, FmeBatchOptions, CancellationToken)"),
        From("FmeFlowClient.RunAsync(IFmeRequest, CancellationToken)", "submission") with { Hits = Network.IsSubmission },
        From("FmeFlowClient.RunAsync(IFmeRequest, CancellationToken)", "wait") with { Hits = IsNoSubmission },
        From("FmeFlowClient.RunAsync(IFmeRequest, CancellationToken)", "one poll") with { Hits = IsNoSubmission, Most = 1 },
        From("FmeFlowClient.RunAsync(IFmeRequest, CancellationToken)", "held calls") with { Hits = Network.IsLongPoll },
        From("FmeFlowClient.RunAllAsync(IAsyncEnumerable, FmeBatchOptions, CancellationToken)", "submission") with { Hits = Network.IsSubmission },
        From("FmeFlowClient.RunAllAsync(IAsyncEnumerable, FmeBatchOptions, CancellationToken)", "wait") with { Hits = IsNoSubmission },
        From("FmeFlowClient.TransactAsync(IFmeRequest, CancellationToken)"),
        From("FmeFlowClient.DownloadAsync(IFmeDataDownloadRequest, CancellationToken)", "submission") with { Hits = Network.IsSubmission },
        From("FmeFlowClient.DownloadAsync(IFmeDataDownloadRequest, CancellationToken)", "wait") with
        {
            Hits = static request => IsNoSubmission(request) && !IsResult(request),
        },
        From("FmeFlowClient.DownloadAsync(IFmeDataDownloadRequest, CancellationToken)", "result") with { Hits = IsResult },
        From("FmeFlowClient.StreamAsync(IFmeDataStreamingRequest, CancellationToken)"),

        From("FmeJob.WaitAsync(FmeWaitOptions, CancellationToken)"),
        From("FmeJob.WaitAsync(FmeWaitOptions, CancellationToken)", "one poll") with { Most = 1 },
        From("FmeJob.WatchAsync(FmeWaitOptions, CancellationToken)"),
        From("FmeJob.OpenResultAsync(FmeWaitOptions, CancellationToken)", "result") with { Hits = IsResult },
        From("FmeJob.GetRecordAsync(CancellationToken)"),
        From("FmeJob.GetRequestAsync(CancellationToken)"),
        From("FmeJob.GetLogAsync(CancellationToken)"),
        From("FmeJob.ReadLogLinesAsync(CancellationToken)"),
        From("FmeJob.ReadLogEntriesAsync(LogLevel, CancellationToken)"),
        From("FmeJob.GetFeatureCountsAsync(CancellationToken)"),
        From("FmeJob.ExplainAsync(CancellationToken)"),
        From("FmeJob.CancelAsync(CancellationToken)"),
        From("FmeJob.DeleteAsync(CancellationToken)"),
        From("FmeFlowClient.ListJobsAsync(FmeJobQuery, CancellationToken)"),
        From("FmeFlowClient.FindSubmissionAsync(FmeSubmissionUnknownException, CancellationToken)"),

        From("FmeFlowAdministration.ListResourceConnectionsAsync(CancellationToken)"),
        From("FmeResources.ListAsync(String, String, CancellationToken)"),
        From("FmeResources.OpenReadAsync(String, String, CancellationToken)"),
        From("FmeResources.SaveAsync(String, String, String, CancellationToken)"),
        From("FmeResources.OpenZipAsync(String, String, IEnumerable, CancellationToken)"),
        From("FmeResources.UploadAsync(String, String, FmeFile, Boolean, IProgress, CancellationToken)"),
        From("FmeResources.UploadFolderAsync(String, String, FmeFolder, Boolean, IProgress, CancellationToken)"),
        From("FmeResources.CreateFolderAsync(String, String, CancellationToken)"),
        From("FmeResources.DeleteAsync(String, String, CancellationToken)"),

        From("FmeFlowAdministration.ListRepositoriesAsync(String, CancellationToken)"),
        From("FmeFlowAdministration.ListWorkspacesAsync(String, String, CancellationToken)"),
        From("FmeFlowAdministration.GetWorkspaceAsync(String, String, CancellationToken)"),
        From("FmeFlowAdministration.GetParametersJsonAsync(String, String, CancellationToken)"),
        From("FmeFlowAdministration.OpenWorkspaceFileAsync(String, String, CancellationToken)"),
        From("FmeFlowAdministration.VerifyAsync(IEnumerable, CancellationToken)"),
        From("FmeFlowAdministration.GetServerInfoAsync(CancellationToken)"),
        From("FmeFlowAdministration.GetLivenessAsync(CancellationToken)"),
        From("FmeFlowAdministration.GetReadinessAsync(CancellationToken)"),
        From("FmeFlowAdministration.ListEnginesAsync(CancellationToken)"),
        From("FmeFlowAdministration.ListQueuesAsync(CancellationToken)"),
        From("FmeFlowAdministration.ListTokensAsync(CancellationToken)"),
        From("FmeFlowAdministration.CreateTokenAsync(String, FmeSecret, FmeTokenOptions, CancellationToken)"),
        From("FmeFlowAdministration.DeleteTokenAsync(String, CancellationToken)"),
        From("FmeFlowAdministration.GetBuildAsync(CancellationToken)"),
    ];

    // The name of the method, with its type unless that is the client or the administration, and the kind of request that goes wrong.
    private static Operation From(string call, string? part = null)
    {
        string method = call[..call.IndexOf('(', StringComparison.Ordinal)].Replace("FmeFlowClient.", "", StringComparison.Ordinal)
            .Replace("FmeFlowAdministration.", "", StringComparison.Ordinal);
        return Calls.All[call] with { Name = part is null ? $"`{method}`" : $"`{method}` ({part})" };
    }

    private static bool IsNoSubmission(HttpRequestMessage request) => !Network.IsSubmission(request);

    private static bool IsVersionQuestion(HttpRequestMessage request) =>
        request.RequestUri!.AbsolutePath is "/fmeinfo/version" or "/fmerest/v3/info" or "/fmeapiv4/healthcheck/liveness";

    private static bool IsResult(HttpRequestMessage request) =>
        request.Method == HttpMethod.Get && request.RequestUri!.AbsolutePath.StartsWith("/fmedatadownload/", StringComparison.Ordinal);
}
