using System.Text;
using System.Text.Json;

namespace FmeTyped.EndToEnd.Tests.Secrets;

/// <summary>Secrets that occur nowhere else, so that a text that has one of them has it from there.</summary>
internal static class Marker
{
    public const string User = "operator";
    public const string Token = "mk1fixedtoken8c2e41";
    public const string ProvidedToken = "mk2providedtoken55d0b7";
    public const string UserPassword = "mk3 \"password\" & more";
    public const string Parameter = "mk4 \"parameter\" & <more>";
    public const string TextParameter = "mk5textparameter0f93";
    public const string UrlUser = "mk6urluser77aa";
    public const string UrlPassword = "mk7urlpassword21bc";
    public const string UrlQuery = "mk8urlquery90de";

    /// <summary>Each secret in the forms that the wire has it in.</summary>
    public static IReadOnlyList<string> Forms { get; } =
    [
        .. new[] { Token, ProvidedToken, UserPassword, Parameter, TextParameter, UrlUser, UrlPassword, UrlQuery, Convert.ToBase64String(Encoding.UTF8.GetBytes($"{User}:{UserPassword}")) }
            .SelectMany(secret => new[]
            {
                secret, JsonEncodedText.Encode(secret).ToString(), Uri.EscapeDataString(secret), Uri.EscapeDataString(secret).Replace("%20", "+", StringComparison.Ordinal),
            })
            .Distinct(),
    ];
}
