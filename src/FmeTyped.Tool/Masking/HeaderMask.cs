using System.Text;
using System.Text.RegularExpressions;

namespace FmeTyped.Tool.Masking;

/// <summary>Masks headers. Only those that are known to be harmless keep their values.</summary>
/// <param name="text">Masks texts.</param>
internal sealed partial class HeaderMask(TextMask text)
{
    private static readonly HashSet<string> Harmless = new(StringComparer.OrdinalIgnoreCase)
    {
        "Accept", "Accept-Charset", "Accept-Encoding", "Accept-Language", "Accept-Ranges", "Age", "Allow", "Cache-Control", "Connection", "Content-Disposition",
        "Content-Encoding", "Content-Language", "Content-Length", "Content-Location", "Content-Range", "Content-Type", "Date", "ETag", "Expect", "Expires",
        "If-Match", "If-Modified-Since", "If-None-Match", "If-Range", "If-Unmodified-Since", "Last-Modified", "Link", "Location", "Pragma", "Range",
        "Referer", "Refresh", "Retry-After", "Server", "Transfer-Encoding", "User-Agent", "Vary", "Via", "Warning", "WWW-Authenticate", "X-Powered-By",
    };

    public string Mask(string name, string value) => name.ToUpperInvariant() switch
    {
        "AUTHORIZATION" or "PROXY-AUTHORIZATION" => MaskCredentials(value),
        "COOKIE" or "SET-COOKIE" => MaskCookies(value),
        _ when Harmless.Contains(name) => text.Mask(value, PrivateKind.None),
        _ => text.MaskSecret(value),
    };

    // As in "fmetoken token=abc" and "Basic YTpi".
    private string MaskCredentials(string value)
    {
        (string scheme, string parameter) = value.IndexOf(' ', StringComparison.Ordinal) is > 0 and var blank
            ? (value[..blank], value[(blank + 1)..].Trim())
            : ("", value);
        text.MaskSecret(parameter);
        if (parameter.StartsWith("token=", StringComparison.OrdinalIgnoreCase))
        {
            text.MaskSecret(parameter[6..].Trim('"'));
            return $"{scheme} token={SecretMask.Text}";
        }

        byte[] bytes = new byte[parameter.Length];
        if (scheme.Equals("Basic", StringComparison.OrdinalIgnoreCase)
            && Convert.TryFromBase64String(parameter, bytes, out int count)
            && Encoding.UTF8.GetString(bytes, 0, count).Split(':', 2) is [var user, var password])
        {
            text.Mask(user, PrivateKind.Person);
            text.MaskSecret(password);
        }

        return $"{scheme} {SecretMask.Text}".TrimStart();
    }

    private string MaskCookies(string value) => Cookie().Replace(value, cookie => cookie.Groups[1].Value.ToUpperInvariant() switch
    {
        "PATH" or "EXPIRES" or "MAX-AGE" or "SAMESITE" or "VERSION" => cookie.Value,
        "DOMAIN" => $"{cookie.Groups[1].Value}={text.Mask(cookie.Groups[2].Value.TrimStart('.'), PrivateKind.Host)}",
        _ => $"{cookie.Groups[1].Value}={text.MaskSecret(cookie.Groups[2].Value.Trim('"'))}",
    });

    [GeneratedRegex(@"([^=;,\s]+)=([^;]*)")]
    private static partial Regex Cookie();
}
