using System.Text;
using System.Text.RegularExpressions;

namespace FmeTyped.Tool.Masking;

/// <summary>
/// Masks what is private in texts: secrets, hosts, users, and values. It remembers what it has masked, and masks that in every later text.
/// Not thread-safe.
/// </summary>
/// <param name="server">The server's address.</param>
/// <param name="keepsValues">Whether values of parameters and content of files stay as they are.</param>
internal sealed partial class TextMask(Uri server, bool keepsValues)
{
    /// <summary>Stands for the server's address.</summary>
    public const string ServerUrl = "http://" + KnownHosts.Server;

    /// <summary>How many secrets are remembered.</summary>
    public const int MostSecrets = 1000;

    // A shorter value in a query could be a word of any text.
    private const int ShortestQuerySecret = 8;

    // Nothing repeats a longer one, such as a file.
    private const int LongestKnownValue = 200;

    private readonly List<SecretText> _secrets = [];
    private readonly KnownHosts _hosts = new(server.Host);
    private readonly KnownUsers _users = new();
    private readonly KnownValues _values = new();

    public bool KeepsValues => keepsValues;

    /// <summary>Where clients reach the recorder, which stands for the server.</summary>
    public string? RecorderAuthority { get; set; }

    /// <summary>The text as it may be shown.</summary>
    public string Mask(string text, PrivateKind kind) => text.Length == 0 ? text : kind switch
    {
        PrivateKind.Secret => MaskSecret(text),
        PrivateKind.Host => _hosts.Mask(text),
        PrivateKind.Person => text.Contains('@', StringComparison.Ordinal) ? MaskText(text) : _users.Mask(text),
        PrivateKind.Value => MaskValue(text),
        PrivateKind.LogLine when !keepsValues =>
            LogLine().Replace(text, static line => line.Groups[1].Value + Placeholder.ForText(line.Groups[2].Value)),
        _ => MaskText(text),
    };

    /// <summary>Remembers a secret, and returns its placeholder.</summary>
    public string MaskSecret(string secret)
    {
        if (secret.Length > 0 && secret != SecretMask.Text && !_secrets.Exists(known => known.Is(secret)))
        {
            if (_secrets.Count == MostSecrets)
            {
                _secrets.RemoveAt(0);
            }

            _secrets.Add(new SecretText(secret));
        }

        return SecretMask.Text;
    }

    /// <summary>The text without the known secrets.</summary>
    public string HideSecrets(string text) => SecretText.Mask(text, _secrets);

    private string MaskValue(string value)
    {
        foreach (string secret in UrlSecrets.From(value))
        {
            MaskSecret(secret);
        }

        if (keepsValues)
        {
            return MaskText(value);
        }

        if (value.Length <= LongestKnownValue)
        {
            _values.Mask(value);
        }

        return Placeholder.ForText(value);
    }

    private string MaskText(string text)
    {
        string masked = HideSecrets(text);
        masked = Url().Replace(masked, MaskUrl);
        masked = Setting().Replace(masked, MaskSetting);
        masked = Email().Replace(masked, found => $"{_users.Mask(found.Groups[1].Value)}@{_hosts.Mask(found.Groups[2].Value)}");
        masked = NetworkHost().Replace(masked, found => _hosts.Mask(found.Value));
        masked = HomeFolder().Replace(masked, found => _users.Mask(found.Value));
        masked = _users.MaskIn(_hosts.MaskIn(masked));

        // Only in sentences: a single word can be a status, which a client reads.
        return !keepsValues && masked.Contains(' ', StringComparison.Ordinal) ? _values.MaskIn(masked) : masked;
    }

    private string MaskUrl(Match url)
    {
        string host = url.Groups["host"].Value;
        string port = url.Groups["port"].Value;
        if (IsServer(host, port))
        {
            // Clients of the recorder know the server's addresses without the path before them.
            string path = url.Groups["path"].Value;
            string root = RecorderAuthority == host + port ? "" : server.AbsolutePath.TrimEnd('/');
            return ServerUrl + (path.StartsWith(root, StringComparison.OrdinalIgnoreCase) ? path[root.Length..] : path) + url.Groups["query"].Value;
        }

        var masked = new StringBuilder(url.Groups["scheme"].Value).Append("://");
        if (url.Groups["user"] is { Success: true } user)
        {
            string password = url.Groups["password"].Value;
            MaskSecret(password);
            MaskSecret(Uri.UnescapeDataString(password));
            masked.Append(user.Length > 0 ? _users.Mask(user.Value) : "").Append(password.Length > 0 ? ":" + SecretMask.Text : "").Append('@');
        }

        masked.Append(_hosts.Mask(host)).Append(port).Append(url.Groups["path"].Value);
        return masked.Append(QueryValue().Replace(url.Groups["query"].Value, value =>
        {
            if (value.Length >= ShortestQuerySecret)
            {
                MaskSecret(value.Value);
            }

            return SecretMask.Text;
        })).ToString();
    }

    private bool IsServer(string host, string port) =>
        RecorderAuthority == host + port
        || (host.Equals(server.Host, StringComparison.OrdinalIgnoreCase) && ServerUrlReplacer.IsPortOf(server, port));

    private string MaskSetting(Match setting) =>
        PrivateNames.IsSecret(setting.Groups[1].Value) ? $"{setting.Groups[1].Value}={MaskSecret(setting.Groups[2].Value)}" : setting.Value;

    [GeneratedRegex(
        """
        (?<scheme>\b[a-z][a-z0-9+.-]*)://
        (?:(?<user>[^\s/@:"'<>]*)(?::(?<password>[^\s/@"'<>]*))?@)?
        (?<host>\[[0-9a-f:.%]+\]|[^\s/:?\#"'<>\\,;()\[\]{}|]+)
        (?<port>:[0-9]+)?
        (?<path>/[^\s?\#"'<>]*)?
        (?<query>\?[^\s\#"'<>]*)?
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Url();

    [GeneratedRegex("(?<==)[^&=]+")]
    private static partial Regex QueryValue();

    // As in token=abc and PASSWORD=abc, in addresses and in messages.
    [GeneratedRegex("""(?<![\w-])([\w.-]+)=([^&\s"'<>\#;,]+)""", RegexOptions.CultureInvariant)]
    private static partial Regex Setting();

    [GeneratedRegex(@"([\w.+'-]+)@([\w-]+(?:\.[\w-]+)+)", RegexOptions.CultureInvariant)]
    private static partial Regex Email();

    // The host of \\host\share and //host/share, and addresses of IPv4 and IPv6.
    [GeneratedRegex(
        """
        (?<=(?<![\\\w])\\\\)[\w.-]+(?=\\) | (?<=(?<![:/\w])//)[\w.-]+(?=/)
        | (?<![\w.])(?:(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])\.){3}(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])(?![\w.])
        | (?<![\w:])(?:[0-9a-f]{0,4}:){4,7}[0-9a-f]{1,4}(?![\w:])
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex NetworkHost();

    [GeneratedRegex("""(?<=[\\/](?:users|home|documents\ and\ settings)[\\/])[^\\/\s"']+""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HomeFolder();

    // As in "2026-01-31 10:11:12|   0.1|  0.0|INFORM|Words"; a line without the bars is all words.
    [GeneratedRegex(@"^((?:[0-9 :.-]*\|){3}[A-Z ]*\|)?([^\r\n]*)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex LogLine();
}
