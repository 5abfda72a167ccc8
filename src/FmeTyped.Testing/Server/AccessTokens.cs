using Microsoft.AspNetCore.Http;

namespace FmeTyped.Testing;

/// <summary>The tokens the emulator knows.</summary>
internal sealed class AccessTokens(string token, IReadOnlyCollection<string> withoutPermission)
{
    private const string Scheme = "fmetoken token=";
    private const string QueryKey = "fmetoken";

    /// <summary>Demands a token that is known.</summary>
    /// <exception cref="RefusedException">There is none: 401, with the message of the article's section on authentication errors.</exception>
    public void Authenticate(HttpRequest request)
    {
        if (!IsKnown(Find(request)))
        {
            throw new RefusedException(StatusCodes.Status401Unauthorized, "Authentication failed: Failed to login");
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

    public bool IsPermitted(HttpRequest request) => Find(request) == token;

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

    private bool IsKnown(string? found) => found is not null && (found == token || withoutPermission.Contains(found));
}
