namespace FmeTyped;

/// <summary>
/// Provides the token for each request, for tokens that expire or are renewed while the client lives. One provider serves one client and must be
/// thread-safe.
/// </summary>
public abstract partial class FmeTokenProvider
{
    /// <summary>Gets the token to send now. It is called right before each request, so keep the token while it is valid.</summary>
    /// <param name="cancellationToken">The request's token: it is cancelled by the caller and by the request's time limit.</param>
    /// <returns>The token as the server gave it, without whitespace.</returns>
    public abstract ValueTask<string> GetTokenAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Called when the server refused a token (401). The next <see cref="GetTokenAsync"/> should return another one. A GET is then retried once with it,
    /// a submission never.
    /// </summary>
    /// <param name="token">The token that was refused, which may no longer be the current one.</param>
    public virtual void OnRefused(string token)
    {
    }

    /// <summary>Passes the object that creates tokens on the client's own server.</summary>
    internal virtual void Attach(ITokenMaker maker)
    {
    }
}
