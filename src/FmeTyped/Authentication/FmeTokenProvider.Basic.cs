using System.Diagnostics;

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

    /// <summary>A user's name and password that are sent as they are. It stands where a provider of tokens does, and provides none.</summary>
    [DebuggerDisplay("{ToString(),nq}")]
    internal sealed class BasicAuthentication : FmeTokenProvider
    {
        public BasicAuthentication(string userName, FmeSecret password)
        {
            UserNames.Check(userName, password);
            UserName = userName;
            Password = password;
        }

        public string UserName { get; }

        public FmeSecret Password { get; }

        public override ValueTask<string> GetTokenAsync(CancellationToken cancellationToken) =>
            throw new InvalidOperationException("HTTP Basic has no token: the client sends the name and the password.");

        /// <summary>The user's name; never the password.</summary>
        public override string ToString() => $"{nameof(BasicAuthentication)} {{ UserName = {UserName}, Password = {FmeSecret.Mask} }}";
    }
}
