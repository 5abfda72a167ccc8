using System.Diagnostics;

namespace FmeTyped;

public abstract partial class FmeTokenProvider
{
    /// <summary>Sends a user's name and password with each request, as HTTP Basic, and makes no token.</summary>
    /// <remarks>
    /// For servers and proxies that accept nothing else; prefer <see cref="ForUser"/>. The password travels with every request, so the server's address has
    /// to be https. It does not expire, permits everything that the user may do, and is visible to whatever reads headers on the way.
    /// </remarks>
    /// <param name="userName">The FME Flow user.</param>
    /// <param name="password">The user's password.</param>
    /// <returns>A provider for <c>FmeFlowOptions.TokenProvider</c>.</returns>
    /// <exception cref="ArgumentException">The name or the password is blank, or the name contains a colon, which cannot be sent.</exception>
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
