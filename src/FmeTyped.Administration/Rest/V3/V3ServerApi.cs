using System.Text.Json;

namespace FmeTyped.Administration;

/// <summary>The server in REST API version 3. Paths: fmeflow-cli, its commands info, healthcheck, engines and license.</summary>
internal sealed class V3ServerApi(RestReader rest) : IServerApi
{
    private const string Root = "/fmerest/v3";

    public async Task<FmeServerInfo> GetInfoAsync(CancellationToken cancellationToken)
    {
        JsonElement info = await rest.GetObjectAsync("read the server's information", $"{Root}/info", cancellationToken).ConfigureAwait(false);
        JsonElement? license = await rest.FindObjectAsync("read the license", $"{Root}/licensing/license/status", cancellationToken).ConfigureAwait(false);
        string? version = info.GetNonBlankText("build"u8) ?? info.GetNonBlankText("version"u8);
        return new()
        {
            Build = ServerBuild.BuildIn(version),
            Version = version,
            TimeZone = info.GetNonBlankText("timeZone"u8),
            License = license is { } found ? ServerRecords.ReadLicense(found) : null,
        };
    }

    public IAsyncEnumerable<FmeEngineInfo> ListEnginesAsync(CancellationToken cancellationToken) =>
        rest.ListAsync(new ErrorContext("list the engines"), $"{Root}/transformations/engines", ServerRecords.ReadEngine, cancellationToken);

    public IAsyncEnumerable<FmeResourceConnection> ListResourceConnectionsAsync(CancellationToken cancellationToken) =>
        rest.ListAsync(ServerRecords.ListingResources, $"{Root}/resources/connections", ServerRecords.ReadResourceConnection, cancellationToken);

    public IAsyncEnumerable<FmeQueueInfo> ListQueuesAsync(CancellationToken cancellationToken) => throw V3NotSupported.Error("list the queues");
}
