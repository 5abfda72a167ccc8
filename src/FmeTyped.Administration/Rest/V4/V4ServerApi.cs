using System.Text.Json;

namespace FmeTyped.Administration;

/// <summary>The server in REST API version 4. Shapes: the vendor's OpenAPI document; the build is outside both versions.</summary>
internal sealed class V4ServerApi(RestReader rest) : IServerApi
{
    private const string Root = "/fmeapiv4";

    public async Task<FmeServerInfo> GetInfoAsync(CancellationToken cancellationToken)
    {
        const string Operation = "read the server's information";
        JsonElement? version = await rest.FindObjectAsync(Operation, ServerBuild.VersionPath, cancellationToken).ConfigureAwait(false);
        JsonElement? license = await rest.FindObjectAsync("read the license", $"{Root}/license/status", cancellationToken).ConfigureAwait(false);
        string? text = version?.GetNonBlankText("buildString"u8);
        return new()
        {
            Build = version is { } found ? ServerBuild.NumberIn(found, "buildNumber"u8) ?? ServerBuild.BuildIn(text) : null,
            Version = text,
            License = license is { } licensed ? ServerRecords.ReadLicense(licensed) : null,
        };
    }

    public IAsyncEnumerable<FmeEngineInfo> ListEnginesAsync(CancellationToken cancellationToken) =>
        rest.ListAsync(new ErrorContext("list the engines"), $"{Root}/engines", ServerRecords.ReadEngine, cancellationToken);

    public IAsyncEnumerable<FmeResourceConnection> ListResourceConnectionsAsync(CancellationToken cancellationToken) =>
        rest.ListAsync(ServerRecords.ListingResources, $"{Root}/resources/connections", ServerRecords.ReadResourceConnection, cancellationToken);

    public IAsyncEnumerable<FmeQueueInfo> ListQueuesAsync(CancellationToken cancellationToken) =>
        rest.ListAsync(new ErrorContext("list the queues"), $"{Root}/queues", ServerRecords.ReadQueue, cancellationToken);
}
