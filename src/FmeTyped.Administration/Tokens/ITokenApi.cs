namespace FmeTyped.Administration;

/// <summary>The tokens of a server, in either version of the REST API.</summary>
internal interface ITokenApi
{
    /// <summary>The tokens that the token's user may see.</summary>
    /// <exception cref="FmeNotSupportedException">This version does not tell.</exception>
    IAsyncEnumerable<FmeTokenInfo> ListTokensAsync(CancellationToken cancellationToken);

    /// <summary>Deletes a token.</summary>
    /// <exception cref="FmeNotSupportedException">This version knows no ids of tokens.</exception>
    Task DeleteTokenAsync(string id, CancellationToken cancellationToken);
}
