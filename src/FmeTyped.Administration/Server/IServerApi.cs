namespace FmeTyped.Administration;

/// <summary>The server itself, in either version of the REST API.</summary>
internal interface IServerApi
{
    /// <summary>Build, version and licence.</summary>
    Task<FmeServerInfo> GetInfoAsync(CancellationToken cancellationToken);

    /// <summary>Its engines.</summary>
    IAsyncEnumerable<FmeEngineInfo> ListEnginesAsync(CancellationToken cancellationToken);

    /// <summary>Its shared resources.</summary>
    IAsyncEnumerable<FmeResourceConnection> ListResourceConnectionsAsync(CancellationToken cancellationToken);

    /// <summary>Its job queues.</summary>
    /// <exception cref="FmeNotSupportedException">This version does not report it.</exception>
    IAsyncEnumerable<FmeQueueInfo> ListQueuesAsync(CancellationToken cancellationToken);
}
