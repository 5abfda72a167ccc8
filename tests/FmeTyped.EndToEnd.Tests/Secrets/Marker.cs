using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace FmeTyped.EndToEnd.Tests.Secrets;

/// <summary>Secrets that occur nowhere else, so that a text that has one of them has it from there.</summary>
internal static partial class Marker
{
    public const string User = "operator";
    public const string Token = "mk1fixedtoken8c2e41";
    public const string ProvidedToken = "mk2providedtoken55d0b7";
    public const string UserPassword = "mk3 \"password\" & more";
    public const string Parameter = "mk4 \"parameter\" & </more>";
    public const string TextParameter = "mk5textparameter0f93";
    public const string UrlUser = "mk6urluser77aa";
    public const string UrlPassword = "mk7urlpassword21bc";
    public const string UrlQuery = "mk8urlquery90de";

    private const int MostRounds = 6;

    private static readonly string[] Secrets =
    [
        Token, ProvidedToken, UserPassword, Parameter, TextParameter, UrlUser, UrlPassword, UrlQuery,
        Convert.ToBase64String(Encoding.UTF8.GetBytes($"{User}:{UserPassword}")),
    ];

    /// <summary>What is secret of <see cref="Operations.Request"/>. The name of a user alone is not.</summary>
    public static IReadOnlyList<string> OfRequest { get; } = [Parameter, TextParameter, $"{UrlUser}:{UrlPassword}", UrlPassword, UrlQuery];

    /// <summary>The secret that a text shows, in whatever way it is written; null where it shows none.</summary>
    public static string? FindIn(string text) => ReadingsOf(text)
        .Select(reading => Array.Find(Secrets, secret => reading.Contains(secret, StringComparison.Ordinal)))
        .FirstOrDefault(found => found is not null);

    /// <summary>Whether a text shows a secret, in whatever way it is written.</summary>
    public static bool IsIn(string text, string secret) => ReadingsOf(text).Any(reading => reading.Contains(secret, StringComparison.Ordinal));

    // None of the secrets changes when it is read as one of these.
    private static IEnumerable<string> ReadingsOf(string text)
    {
        yield return text;
        for (int round = 0; round < MostRounds; round++)
        {
            string read = WithoutJsonEscapes(WebUtility.HtmlDecode(WebUtility.UrlDecode(text)));
            if (read == text)
            {
                yield break;
            }

            yield return text = read;
        }
    }

    private static string WithoutJsonEscapes(string text) => JsonEscape().Replace(
        text,
        match => match.Groups[1].Success
            ? $"{(char)int.Parse(match.Groups[1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)}"
            : match.Groups[2].Value);

    [GeneratedRegex(@"\\(?:u([0-9A-Fa-f]{4})|([""\\/]))")]
    private static partial Regex JsonEscape();
}
