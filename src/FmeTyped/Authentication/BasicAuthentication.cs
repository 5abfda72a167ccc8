using System.Diagnostics;

namespace FmeTyped;

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
