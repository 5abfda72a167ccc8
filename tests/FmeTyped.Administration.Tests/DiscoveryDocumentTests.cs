using FmeTyped.Tests.Server;
using WireMock;

namespace FmeTyped.Administration.Tests;

/// <summary>Every request of version 4 that finds out about a server fits the vendor's OpenAPI document.</summary>
public sealed class DiscoveryDocumentTests
{
    [CorpusFact]
    public async Task Every_request_fits_it()
    {
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        const string Page = """{"items":[],"totalCount":0,"limit":200,"offset":0}""";
        const string Workspace = "/fmeapiv4/workspaces/Samples/a.fmw";
        using var replay = new Replay { ApiVersion = FmeApiVersion.V4 };
        replay
            .On("GET", "/fmeinfo/version", 200, """{"buildNumber":26018}""")
            .On("GET", "/fmeapiv4/repositories", 200, Page)
            .On("GET", "/fmeapiv4/workspaces", 200, Page)
            .On("GET", Workspace, 200, """{"name":"a.fmw"}""")
            .On("GET", $"{Workspace}/parameters", 200, "[]")
            .On("GET", $"{Workspace}/services", 200, "{}")
            .On("GET", $"{Workspace}/download", 200, "#!", "application/octet-stream")
            .On("GET", "/fmeapiv4/license/status", 200, "{}")
            .On("GET", "/fmeapiv4/healthcheck/liveness", 200, """{"status":"ok"}""")
            .On("GET", "/fmeapiv4/healthcheck/readiness", 200, """{"status":"ok"}""")
            .On("GET", "/fmeapiv4/engines", 200, Page)
            .On("GET", "/fmeapiv4/queues", 200, Page)
            .On("GET", "/fmeapiv4/tokens", 200, Page)
            .On("POST", "/fmeapiv4/tokens", 201, """{"token":"aaa1"}""")
            .On("DELETE", "/fmeapiv4/tokens/fb2dd313-e5cf-432e-a24a-814e46929ab7", 204, "");
        using FmeFlowClient fme = replay.Client();

        await CountAsync(new FmeFlowAdministration(fme).ListRepositoriesAsync("a", cancellationToken));
        await CountAsync(new FmeFlowAdministration(fme).ListWorkspacesAsync("Samples", "a", cancellationToken));
        await new FmeFlowAdministration(fme).GetWorkspaceAsync("Samples", "a.fmw", cancellationToken);
        await (await new FmeFlowAdministration(fme).OpenWorkspaceFileAsync("Samples", "a.fmw", cancellationToken)).DisposeAsync();
        await new FmeFlowAdministration(fme).VerifyAsync([new("Samples", "a.fmw") { Services = ["fmejobsubmitter"] }], cancellationToken);
        await new FmeFlowAdministration(fme).GetServerInfoAsync(cancellationToken);
        await new FmeFlowAdministration(fme).GetLivenessAsync(cancellationToken);
        await new FmeFlowAdministration(fme).GetReadinessAsync(cancellationToken);
        await CountAsync(new FmeFlowAdministration(fme).ListEnginesAsync(cancellationToken));
        await CountAsync(new FmeFlowAdministration(fme).ListQueuesAsync(cancellationToken));
        await CountAsync(new FmeFlowAdministration(fme).ListTokensAsync(cancellationToken));
        await new FmeFlowAdministration(fme).CreateTokenAsync("admin", "password", options: null, cancellationToken);
        await new FmeFlowAdministration(fme).DeleteTokenAsync("fb2dd313-e5cf-432e-a24a-814e46929ab7", cancellationToken);

        var document = new RequestJudge();
        IRequestMessage[] requests = [.. replay.Server.LogEntries.Select(entry => entry.RequestMessage!)
            .Where(request => request.Path.StartsWith(VendorDocument.Root, StringComparison.Ordinal))];
        var deviations = new List<string>();
        foreach (IRequestMessage request in requests)
        {
            deviations.AddRange(await document.DeviationsAsync(request));
        }

        Assert.Equal(14, requests.Length);
        Assert.Empty(deviations);
    }

    private static async Task<int> CountAsync<T>(IAsyncEnumerable<T> items)
    {
        int count = 0;
        await foreach (T _ in items)
        {
            count++;
        }

        return count;
    }
}
