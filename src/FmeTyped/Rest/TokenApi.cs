using System.Text.Json;

namespace FmeTyped;

/// <summary>How a version of the REST API makes tokens.</summary>
internal abstract class TokenApi
{
    /// <summary>Where a token is asked for.</summary>
    public abstract string Path { get; }

    /// <summary>Writes what it is to be like.</summary>
    public abstract void WriteBody(Utf8JsonWriter json, string userName, string name, TokenRequest options);

    /// <summary>
    /// How long a token is good that was made, by the server's clock from end to end, which ours need not agree with; null where the response does not say. One
    /// recorded response has an expiration that equals the creation: A093.
    /// </summary>
    public abstract TimeSpan? ReadLifetime(JsonElement token);

    protected static TimeSpan? Between(DateTimeOffset? start, DateTimeOffset? end) => end - start is { Ticks: > 0 } time ? time : null;
}
