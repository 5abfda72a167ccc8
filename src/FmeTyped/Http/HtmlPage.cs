using System.Net;

namespace FmeTyped;

/// <summary>Reads the little that matters of a web page that came in place of the server's response.</summary>
internal static class HtmlPage
{
    /// <summary>The page's title; empty if it has none.</summary>
    public static string TitleOf(string html)
    {
        int start = html.IndexOf("<title", StringComparison.OrdinalIgnoreCase);
        int textStart = start < 0 ? -1 : html.IndexOf('>', start) + 1;
        int end = textStart <= 0 ? -1 : html.IndexOf('<', textStart);
        return end < 0 ? "" : WebUtility.HtmlDecode(html[textStart..end]).Trim();
    }

    /// <summary>Whether the page asks for a login.</summary>
    public static bool IsLogin(string html) =>
        html.Contains("type=\"password\"", StringComparison.OrdinalIgnoreCase)
        || html.Contains("type='password'", StringComparison.OrdinalIgnoreCase)
        || TitleOf(html) is var title && (
            title.Contains("log in", StringComparison.OrdinalIgnoreCase)
            || title.Contains("login", StringComparison.OrdinalIgnoreCase)
            || title.Contains("sign in", StringComparison.OrdinalIgnoreCase));
}
