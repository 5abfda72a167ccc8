namespace FmeTyped;

/// <summary>Creates tokens on one server, for a user name and password.</summary>
internal interface ITokenMaker
{
    /// <summary>The clock by which tokens expire.</summary>
    TimeProvider TimeProvider { get; }

    /// <summary>Creates a token.</summary>
    /// <exception cref="FmeException">The server refused the request or cannot be reached.</exception>
    Task<NewToken> MakeAsync(string userName, FmeSecret password, TokenRequest options, CancellationToken cancellationToken);
}
