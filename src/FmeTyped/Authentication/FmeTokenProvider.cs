namespace FmeTyped;

/// <summary>
/// Provides the token for each request, for tokens that expire or are renewed while the client lives. One provider serves one client and has to be
/// thread-safe.
/// </summary>
public abstract partial class FmeTokenProvider
{
    /// <summary>The token to send now. It is asked for right before each request, so keep it as long as it is good.</summary>
    /// <param name="cancellationToken">The request's: it ends with the caller's cancellation and with the request's time limit.</param>
    /// <returns>The token, without blanks, as the server gave it.</returns>
    public abstract ValueTask<string> GetTokenAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Called when the server refused a token (401). The next <see cref="GetTokenAsync"/> should give another one; a read is then tried once more with it,
    /// and a submission never.
    /// </summary>
    /// <param name="token">The token that was refused, which need not be the current one any more.</param>
    public virtual void OnRefused(string token)
    {
    }

    /// <summary>Passes what makes tokens on the client's own server.</summary>
    internal virtual void Attach(ITokenMaker maker)
    {
    }
}
