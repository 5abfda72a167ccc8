using System.Text.Json;

namespace FmeTyped;

/// <summary>How a version of the REST API creates tokens.</summary>
internal abstract class TokenApi
{
    /// <summary>The path for creating a token.</summary>
    public abstract string Path { get; }

    /// <summary>Writes the token's properties.</summary>
    public abstract void WriteBody(Utf8JsonWriter json, string userName, string name, TokenRequest options);

    /// <summary>
    /// The lifetime of the new token. Both ends are by the server's clock, which may differ from ours; null if the response does not say. One
    /// recorded response has an expiration that equals the creation: A093.
    /// </summary>
    public abstract TimeSpan? ReadLifetime(JsonElement token);

    protected static TimeSpan? Between(DateTimeOffset? start, DateTimeOffset? end) => end - start is { Ticks: > 0 } time ? time : null;
}
