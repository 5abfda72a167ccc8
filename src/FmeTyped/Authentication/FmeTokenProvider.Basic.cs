namespace FmeTyped;

public abstract partial class FmeTokenProvider
{
    /// <summary>Sends a user's name and password with each request, as HTTP Basic, and makes no token.</summary>
    /// <remarks>
    /// For servers and proxies that take nothing else; prefer <see cref="ForUser"/>. The password is the user's own: it travels with every request, so the
    /// server's address has to be https; it gives all that the user may do, does not expire, and is in the hands of whatever reads headers on the way.
    /// </remarks>
    /// <param name="userName">The FME Flow user.</param>
    /// <param name="password">The user's password.</param>
    /// <returns>What to give to <c>FmeFlowOptions.TokenProvider</c>.</returns>
    /// <exception cref="ArgumentException">The name or the password is blank, or the name has a colon, which cannot be sent.</exception>
    public static FmeTokenProvider ForBasic(string userName, FmeSecret password) => new BasicAuthentication(userName, password);
}
