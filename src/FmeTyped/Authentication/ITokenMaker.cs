namespace FmeTyped;

/// <summary>Makes tokens on one server, for a user's name and password.</summary>
internal interface ITokenMaker
{
    /// <summary>The server's clock for what has to expire.</summary>
    TimeProvider TimeProvider { get; }

    /// <summary>Makes a token.</summary>
    /// <exception cref="FmeException">The server refuses, or cannot be reached.</exception>
    Task<NewToken> MakeAsync(string userName, FmeSecret password, TokenRequest options, CancellationToken cancellationToken);
}
