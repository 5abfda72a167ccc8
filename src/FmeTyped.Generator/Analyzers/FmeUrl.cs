using System;
using System.Linq;
using FmeTyped.Schema.Facts;

namespace FmeTyped.Generator.Analyzers;

/// <summary>A text as a URL or path of FME Flow. Values that are known only at run time are open in it.</summary>
internal sealed class FmeUrl
{
    /// <summary>The letters that every such text contains.</summary>
    public const string Mark = "fme";

    private const string TokenHeader = "fmetoken token=";

    private static readonly string[] Roots =
        ["fmerest", "fmeapiv4", ServiceNames.DataDownload, ServiceNames.DataStreaming, ServiceNames.JobSubmitter, ServiceNames.DataUpload, "fmetoken"];
    private static readonly string[] Services = [ServiceNames.DataDownload, ServiceNames.DataStreaming, ServiceNames.JobSubmitter];
    private static readonly string[] TokenKeys = ["fmetoken", "token"];

    // The part between the root and the query.
    private readonly string[] _segments;

    private FmeUrl(string? root, string[] segments, string? tokenKey, bool holdsLiteralToken)
    {
        Root = root;
        _segments = segments;
        TokenKey = tokenKey;
        HoldsLiteralToken = holdsLiteralToken;
    }

    /// <summary>The API or service, such as <c>fmerest</c>; null if the text is not one of FME Flow.</summary>
    public string? Root { get; }

    /// <summary>The query key of a token; null if there is none.</summary>
    public string? TokenKey { get; }

    /// <summary>Whether the text itself contains a token, in the query or in the form of the header.</summary>
    public bool HoldsLiteralToken { get; }

    /// <summary>Whether it runs a workspace, as opposed to reading data about one.</summary>
    public bool IsCall => Services.Contains(Root) || _segments.Contains("transformations");

    public static FmeUrl From(string text)
    {
        (string? root, string[] segments) = FindRoot(text);

        // The services use the key token, and so do many others.
        string? key = TokenKeys.FirstOrDefault(key => KeyAt(text, key) >= 0 && (root is not null || key == TokenKeys[0]));
        bool holdsToken = (key is not null && TokenText.IsLikely(ValueAt(text, KeyAt(text, key) + key.Length + 1)))
            || (text.IndexOf(TokenHeader, StringComparison.Ordinal) is >= 0 and var header && TokenText.IsLikely(ValueAt(text, header + TokenHeader.Length)));
        return new FmeUrl(root, segments, key, holdsToken);
    }

    /// <summary>Whether the path names a workspace. A repository that is known only at run time matches any.</summary>
    public bool Names(string repository, string workspace)
    {
        int index = Array.IndexOf(_segments, workspace);
        return index > 0 && _segments.Take(index).Any(segment => segment == repository || segment == WrittenText.Hole.ToString());
    }

    private static (string? Root, string[] Segments) FindRoot(string text)
    {
        for (int start = text.IndexOf(Mark, StringComparison.Ordinal); start >= 0; start = text.IndexOf(Mark, start + 1, StringComparison.Ordinal))
        {
            int end = start;
            while (end < text.Length && char.IsLetterOrDigit(text[end]))
            {
                end++;
            }

            bool begins = start == 0 || text[start - 1] is '/' or WrittenText.Hole;
            if (begins && end < text.Length && text[end] == '/' && text.Substring(start, end - start) is var root && Roots.Contains(root))
            {
                string path = text.Substring(end + 1).Split('?')[0];
                return (root, Array.ConvertAll(path.Split('/'), Uri.UnescapeDataString));
            }
        }

        return (null, []);
    }

    // The position of the key in ?key= or &key=; -1 if it is missing.
    private static int KeyAt(string text, string key)
    {
        int index = text.IndexOf(key + "=", StringComparison.Ordinal);
        while (index >= 0 && index > 0 && text[index - 1] is not ('?' or '&'))
        {
            index = text.IndexOf(key + "=", index + 1, StringComparison.Ordinal);
        }

        return index;
    }

    private static string ValueAt(string text, int start)
    {
        int end = start;
        while (end < text.Length && char.IsLetterOrDigit(text[end]))
        {
            end++;
        }

        return text.Substring(start, end - start);
    }
}
