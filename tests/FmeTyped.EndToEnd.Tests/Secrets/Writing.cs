using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace FmeTyped.EndToEnd.Tests.Secrets;

/// <summary>The ways in which servers, proxies and logs write a text of others.</summary>
internal static partial class Writing
{
    public static IReadOnlyList<(string Name, Func<string, string> Write)> All { get; } =
    [
        ("plain", static text => text),
        ("percent signs", Uri.EscapeDataString),
        ("percent signs in lower case", static text => Percent().Replace(Uri.EscapeDataString(text), static match => match.Value.ToLowerInvariant())),
        ("percent signs twice", static text => Uri.EscapeDataString(Uri.EscapeDataString(text))),
        ("percent signs throughout", static text => Each(text, static letter => $"%{(int)letter:x2}")),
        ("a form", WebUtility.UrlEncode),
        ("HTML", WebUtility.HtmlEncode),
        ("decimal entities", static text => Each(text, static letter => $"&#{(int)letter};")),
        ("hexadecimal entities", static text => Each(text, static letter => $"&#x{(int)letter:X};")),
        ("JSON", static text => JsonEncodedText.Encode(text).ToString()),
        ("JSON throughout", static text => Each(text, static letter => $"\\u{(int)letter:x4}")),
    ];

    private static string Each(string text, Func<char, string> write) => string.Concat(text.Select(write));

    [GeneratedRegex("%[0-9A-F]{2}")]
    private static partial Regex Percent();
}
