using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace FmeTyped.Testing;

/// <summary>The tokens that the emulator knows, and the user who can create more. Thread-safe.</summary>
internal sealed class AccessTokens
{
    /// <summary>The default lifetime of a new token. What a real server does is not known: A036.</summary>
    public static readonly TimeSpan DefaultLifetime = TimeSpan.FromDays(1);

    private readonly ConcurrentDictionary<string, AccessToken> _known = new(StringComparer.Ordinal);
    private readonly string? _password;
    private readonly TimeProvider _time;

    /// <param name="user">The user's name.</param>
    /// <param name="password">The user's password; null for a user who cannot log in.</param>
    /// <param name="token">The token with all permissions.</param>
    /// <param name="withoutPermission">Tokens without permissions.</param>
    /// <param name="time">The clock by which tokens expire.</param>
    public AccessTokens(string user, string? password, string token, IEnumerable<string> withoutPermission, TimeProvider time)
    {
        User = user;
        _password = password;
        _time = time;
        int count = 0;
        foreach (string weak in withoutPermission)
        {
            string name = string.Create(CultureInfo.InvariantCulture, $"without-permission-{++count}");
            Add(new AccessToken(weak, time.GetUtcNow()) { Name = name, IsPermitted = false });
        }

        Add(new AccessToken(token, time.GetUtcNow()) { Name = "emulator" });
    }

    /// <summary>The only user.</summary>
    public string User { get; }

    /// <summary>Requires a known token, or the user.</summary>
    /// <exception cref="RefusedException">There is neither: 401, with the message of the article's section on authentication errors.</exception>
    public void Authenticate(HttpRequest request)
    {
        var credentials = RequestCredentials.From(request);
        if (credentials.Problem is { } problem)
        {
            RequestTrace.From(request.HttpContext).Note(problem);
        }

        if (Find(credentials) is null && !IsUser(credentials.User))
        {
            throw FailedLogin();
        }
    }

    /// <summary>Requires a token with permission to use repositories and run jobs, or the user.</summary>
    /// <exception cref="RefusedException">The token has no permission: 403. The message is A004.</exception>
    public void Authorize(HttpRequest request)
    {
        if (!IsPermitted(request))
        {
            throw new RefusedException(
                StatusCodes.Status403Forbidden,
                "Unauthorized request by user due to lack of proper permissions or the object does not exist.");
        }
    }

    public bool IsPermitted(HttpRequest request)
    {
        var credentials = RequestCredentials.From(request);
        return Find(credentials)?.IsPermitted ?? IsUser(credentials.User);
    }

    /// <summary>Requires the user's name and password, as the request for a new token does.</summary>
    /// <exception cref="RefusedException">They are wrong, or the emulator has no password: 401.</exception>
    public void AuthenticateUser(HttpRequest request) => AuthenticateUser(RequestCredentials.From(request).User);

    /// <inheritdoc cref="AuthenticateUser(HttpRequest)"/>
    public void AuthenticateUser((string Name, string Password)? user)
    {
        if (!IsUser(user))
        {
            throw FailedLogin();
        }
    }

    /// <summary>Creates a token with all permissions until it expires.</summary>
    public AccessToken Create(string name, string description, DateTimeOffset expires)
    {
        var created = new AccessToken(AccessToken.NewText(), _time.GetUtcNow()) { Name = name, Description = description, Expires = expires };
        Add(created);
        return created;
    }

    /// <summary>All tokens by name, including expired ones.</summary>
    public IReadOnlyList<AccessToken> List() => [.. _known.Values.OrderBy(token => token.Name, StringComparer.Ordinal).ThenBy(token => token.Created)];

    /// <summary>The newest valid token with all permissions; null if there is none.</summary>
    public AccessToken? Latest() =>
        _known.Values.Where(token => token.IsPermitted && !token.IsExpired(_time.GetUtcNow())).MaxBy(token => token.Created);

    /// <summary>Deletes a token.</summary>
    /// <returns>Whether it existed.</returns>
    public bool Revoke(string token) => _known.TryRemove(token, out _);

    private AccessToken? Find(RequestCredentials credentials) =>
        credentials.Token is { } sent && _known.TryGetValue(sent, out AccessToken? token) && !token.IsExpired(_time.GetUtcNow()) ? token : null;

    private bool IsUser((string Name, string Password)? user) => _password is not null && user == (User, _password);

    private void Add(AccessToken token) => _known[token.Text] = token;

    private static RefusedException FailedLogin() => new(StatusCodes.Status401Unauthorized, "Authentication failed: Failed to login");
}
