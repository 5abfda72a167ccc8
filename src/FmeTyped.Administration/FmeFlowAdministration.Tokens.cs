using System.Runtime.CompilerServices;
using FmeTyped.Administration;

namespace FmeTyped;

public partial class FmeFlowAdministration
{
    /// <summary>Creates a token for a user's name and password, independent of the client's own token.</summary>
    /// <param name="userName">The FME Flow user.</param>
    /// <param name="password">The user's password.</param>
    /// <param name="options">Its properties; null for a lifetime of an hour and a generated name.</param>
    /// <param name="cancellationToken">Stops the call; whether a token was made is then not known.</param>
    /// <exception cref="ArgumentException">The name or the password cannot be sent, or the lifetime is shorter than a second.</exception>
    /// <exception cref="FmeUnauthorizedException">The name or the password is wrong.</exception>
    /// <exception cref="FmeForbiddenException">The user may make no tokens.</exception>
    /// <exception cref="FmeException">The server refused, or cannot be reached; the derived type says why.</exception>
    public virtual async Task<FmeNewToken> CreateTokenAsync(
        string userName, FmeSecret password, FmeTokenOptions? options = null, CancellationToken cancellationToken = default)
    {
        UserNames.Check(userName, password);
        options ??= new FmeTokenOptions();
        if (options.Lifetime < TimeSpan.FromSeconds(1))
        {
            throw new ArgumentException($"{nameof(FmeTokenOptions)}.{nameof(options.Lifetime)} has to be at least a second.", nameof(options));
        }

        NewToken made = await Connected(_client).TokenMaker
            .MakeAsync(userName, password, new TokenRequest(options.Name, options.Description, options.Lifetime), cancellationToken).ConfigureAwait(false);
        return new FmeNewToken(made.Token) { Id = made.Id, Name = made.Name, Lifetime = made.Lifetime };
    }

    /// <summary>Lists the tokens that the token's user may see, with their expiry.</summary>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="FmeNotSupportedException">The server speaks REST API version 3.</exception>
    /// <exception cref="FmeException">The server refused, or cannot be reached; the derived type says why.</exception>
    public virtual async IAsyncEnumerable<FmeTokenInfo> ListTokensAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ITokenApi api = await TokensAsync(cancellationToken).ConfigureAwait(false);
        await foreach (FmeTokenInfo token in api.ListTokensAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return token;
        }
    }

    /// <summary>Deletes a token, so that nobody can use it any more.</summary>
    /// <param name="id">The token's id.</param>
    /// <param name="cancellationToken">Stops the call; whether the token was deleted is then not known.</param>
    /// <exception cref="FmeNotFoundException">There is no such token.</exception>
    /// <exception cref="FmeNotSupportedException">The server speaks REST API version 3.</exception>
    /// <exception cref="FmeException">The server refused, or cannot be reached; the derived type says why.</exception>
    public virtual async Task DeleteTokenAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        await (await TokensAsync(cancellationToken).ConfigureAwait(false)).DeleteTokenAsync(id, cancellationToken).ConfigureAwait(false);
    }

    private ValueTask<ITokenApi> TokensAsync(CancellationToken cancellationToken) => Connected(_tokens).ForAsync(FirstV4Build.ForTokens, cancellationToken);
}
