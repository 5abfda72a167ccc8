using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace FmeTyped.Testing;

/// <summary>
/// The credentials of a request. A token is in the Authorization header, or else in the query or a form, under the names in the vendor's pages:
/// <c>fmetoken</c> for REST, and <c>token</c> for the services. A user is sent with HTTP Basic, which the reference manual has for the services and the OpenAPI
/// document for REST v4.
/// </summary>
/// <param name="Token">The token; null if there is none.</param>
/// <param name="User">The name and the password; null if there are none.</param>
/// <param name="Problem">What is wrong with how they were sent; null if nothing is.</param>
internal sealed record RequestCredentials(string? Token, (string Name, string Password)? User, string? Problem)
{
    private const string TokenScheme = "fmetoken token=";
    private const string UserScheme = "Basic ";

    private static readonly string[] TokenKeys = ["fmetoken", "token"];

    public static RequestCredentials From(HttpRequest request)
    {
        string? header = request.Headers.Authorization;
        string? inQuery = TokenIn(request.Query);
        return new(
            After(TokenScheme, header) ?? inQuery ?? TokenIn(RequestForm.Read(request)),
            After(UserScheme, header) is { } user ? ReadUser(user) : null,
            inQuery is not null
                ? "The token stands in the query, where logs show it. Send it in the Authorization header."
                : header is null || After(TokenScheme, header) is not null || After(UserScheme, header) is not null
                    ? null
                    : "The Authorization header has to read 'fmetoken token=<token>', or be HTTP Basic.");
    }

    /// <summary>Whether a key of a query or a form is that of a token.</summary>
    public static bool IsTokenKey(string key) => TokenKeys.Contains(key);

    private static string? After(string scheme, string? header) =>
        header?.StartsWith(scheme, StringComparison.OrdinalIgnoreCase) == true ? header[scheme.Length..].Trim() : null;

    private static string? TokenIn(IEnumerable<KeyValuePair<string, StringValues>> values) =>
        values.Where(value => IsTokenKey(value.Key)).Select(value => (string?)value.Value).FirstOrDefault();

    private static (string Name, string Password)? ReadUser(string encoded)
    {
        byte[] bytes = new byte[encoded.Length];
        return Convert.TryFromBase64String(encoded, bytes, out int count) && Encoding.UTF8.GetString(bytes, 0, count).Split(':', 2) is [var name, var password]
            ? (name, password)
            : null;
    }
}
