using System;
using System.Linq;
using FmeTyped.Schema.Facts;

namespace FmeTyped.Generator.Analyzers;

/// <summary>What a text is as a URL or path of FME Flow's. Values that are known at run time only are open in it.</summary>
internal sealed class FmeUrl
{
    /// <summary>What every text that can be meant holds.</summary>
    public const string Mark = "fme";

    private const string TokenHeader = "fmetoken token=";

    private static readonly string[] Roots =
        ["fmerest", "fmeapiv4", ServiceNames.DataDownload, ServiceNames.DataStreaming, ServiceNames.JobSubmitter, ServiceNames.DataUpload, "fmetoken"];
    private static readonly string[] Services = [ServiceNames.DataDownload, ServiceNames.DataStreaming, ServiceNames.JobSubmitter];
    private static readonly string[] TokenKeys = ["fmetoken", "token"];

    // What stands behind the root, up to the query.
    private readonly string[] _segments;

    private FmeUrl(string? root, string[] segments, string? tokenKey, bool holdsLiteralToken)
    {
        Root = root;
        _segments = segments;
        TokenKey = tokenKey;
        HoldsLiteralToken = holdsLiteralToken;
    }

    /// <summary>The API or service, such as <c>fmerest</c>; null where the text is none of FME Flow's.</summary>
    public string? Root { get; }

    /// <summary>The key that a token travels under in the query; null where none does.</summary>
    public string? TokenKey { get; }

    /// <summary>Whether a token stands in the text itself, in the query or as the header has it.</summary>
    public bool HoldsLiteralToken { get; }

    /// <summary>Whether it runs a workspace, as apart from asking about one.</summary>
    public bool IsCall => Services.Contains(Root) || _segments.Contains("transformations");

    public static FmeUrl From(string text)
    {
        (string? root, string[] segments) = FindRoot(text);

        // The services call it token, and so do many others.
        string? key = TokenKeys.FirstOrDefault(key => KeyAt(text, key) >= 0 && (root is not null || key == TokenKeys[0]));
        bool holdsToken = (key is not null && TokenText.IsLikely(ValueAt(text, KeyAt(text, key) + key.Length + 1)))
            || (text.IndexOf(TokenHeader, StringComparison.Ordinal) is >= 0 and var header && TokenText.IsLikely(ValueAt(text, header + TokenHeader.Length)));
        return new FmeUrl(root, segments, key, holdsToken);
    }

    /// <summary>Whether the path names a workspace. A repository that is known at run time only can be any.</summary>
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

    // Where ?key= or &key= has its key; -1 where it is not.
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
