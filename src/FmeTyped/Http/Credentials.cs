using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;

namespace FmeTyped;

/// <summary>The Authorization header of requests. It registers its secrets with the redactor, so that no text can echo them.</summary>
internal sealed class Credentials
{
    private Credentials(AuthenticationHeaderValue? header, ProvidedToken? provided, string hint)
    {
        Header = header;
        Provided = provided;
        Hint = hint;
    }

    /// <summary>No header.</summary>
    public static Credentials None { get; } = new(header: null, provided: null, "The request carried no token.");

    /// <summary>The constant header; null if there is none, or if it comes from a provider.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public AuthenticationHeaderValue? Header { get; }

    /// <summary>Provides the token before each request; null if there is no provider.</summary>
    public ProvidedToken? Provided { get; }

    /// <summary>What to do when the server refuses the credentials.</summary>
    public string Hint { get; }

    public static Credentials OfToken(string token, Redactor redactor)
    {
        redactor.Keep(token);
        return new(HeaderOf(token), provided: null, "Check that the token is right, enabled and not expired.");
    }

    public static Credentials OfWebhook(string token, Redactor redactor)
    {
        redactor.Add(token);
        return new(HeaderOf(token), provided: null, "Check that the webhook's token is right, enabled and not expired, and that it may use the webhook.");
    }

    public static Credentials OfProvider(FmeTokenProvider provider, Redactor redactor) =>
        new(
            header: null,
            new ProvidedToken(provider, redactor),
            "The token provider was told, so that the next call has a new token. If that is refused too, check what it is made for.");

    public static Credentials OfUser(string userName, FmeSecret password, Redactor redactor)
    {
        string encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{userName}:{password.Value}"));
        redactor.Add(password.Value);
        redactor.Add(encoded);
        return new(new("Basic", encoded), provided: null, $"Check the password of the user {userName}, and that the user is enabled.");
    }

    private static AuthenticationHeaderValue HeaderOf(string token) => new("fmetoken", $"token={token}");
}
