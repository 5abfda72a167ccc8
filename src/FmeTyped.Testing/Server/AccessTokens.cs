using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace FmeTyped.Testing;

/// <summary>The tokens the emulator knows, and the user who can have more. Thread-safe.</summary>
internal sealed class AccessTokens(string token, IReadOnlyCollection<string> withoutPermission, string? password, TimeProvider time)
{
    /// <summary>The one user there is, by the name that fixtures have.</summary>
    public const string UserName = "admin";

    private const string Scheme = "fmetoken token=";
    private const string UserScheme = "Basic ";
    private const string QueryKey = "fmetoken";

    private readonly ConcurrentDictionary<string, DateTimeOffset> _created = new();

    /// <summary>Demands a token that is known.</summary>
    /// <exception cref="RefusedException">There is none: 401, with the message of the article's section on authentication errors.</exception>
    public void Authenticate(HttpRequest request)
    {
        if (Find(request) is not { } found || !(IsPermitted(found) || withoutPermission.Contains(found)))
        {
            throw FailedLogin();
        }
    }

    /// <summary>Demands a token that may use repositories and run jobs.</summary>
    /// <exception cref="RefusedException">It may not: 403. The message is A004.</exception>
    public void Authorize(HttpRequest request)
    {
        if (!IsPermitted(request))
        {
            throw new RefusedException(
                StatusCodes.Status403Forbidden,
                "Unauthorized request by user due to lack of proper permissions or the object does not exist.");
        }
    }

    public bool IsPermitted(HttpRequest request) => Find(request) is { } found && IsPermitted(found);

    /// <summary>Demands the user's name and password, which is how a new token is asked for.</summary>
    /// <exception cref="RefusedException">They are not right, or the emulator has no password: 401.</exception>
    public void AuthenticateUser(HttpRequest request)
    {
        string expected = UserScheme + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{UserName}:{password}"));
        if (password is null || request.Headers.Authorization != expected)
        {
            throw FailedLogin();
        }
    }

    /// <summary>A new token that may do everything until it expires.</summary>
    public string Create(DateTimeOffset expires)
    {
        string created = RandomNumberGenerator.GetHexString(40, lowercase: true);
        _created[created] = expires;
        return created;
    }

    /// <summary>What is wrong with how the token was sent; null if nothing is.</summary>
    public static string? FindProblem(HttpRequest request)
    {
        string? header = request.Headers.Authorization;
        if (request.Query.ContainsKey(QueryKey))
        {
            return "The token stands in the query, where logs show it. Send it in the Authorization header.";
        }

        return header is null || header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            ? null
            : "The Authorization header has to read 'fmetoken token=<token>'.";
    }

    // REST v3 takes a token in the query too: Hajk, a client in use, sends it there.
    private static string? Find(HttpRequest request)
    {
        string? header = request.Headers.Authorization;
        return header?.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) == true
            ? header[Scheme.Length..].Trim()
            : request.Query[QueryKey];
    }

    private bool IsPermitted(string found) =>
        found == token || (_created.TryGetValue(found, out DateTimeOffset expires) && time.GetUtcNow() < expires);

    private static RefusedException FailedLogin() => new(StatusCodes.Status401Unauthorized, "Authentication failed: Failed to login");
}
