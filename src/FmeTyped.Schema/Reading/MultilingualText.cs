using System;
using System.Collections.Generic;

namespace FmeTyped.Schema.Reading;

/// <summary>
/// Prompts and captions in several languages: <c>&lt;fr&gt;Entier&lt;/fr&gt;&lt;en&gt;Integer&lt;/en&gt;:</c>. Text outside the elements
/// belongs to every language.
/// </summary>
internal static class MultilingualText
{
    private const string FallBack = "en";

    /// <summary>The text in a language; in English, or else the first language, where it has not that one.</summary>
    public static string Pick(string text, string? language)
    {
        if (text.IndexOf('<') < 0)
        {
            return text;
        }

        List<(string Language, string Content, int Start, int End)> parts = PartsOf(text);
        if (parts.Count == 0)
        {
            return text;
        }

        string picked = Find(parts, language) ?? Find(parts, FallBack) ?? parts[0].Content;
        return text.Substring(0, parts[0].Start) + picked + text.Substring(parts[parts.Count - 1].End);
    }

    private static string? Find(List<(string Language, string Content, int Start, int End)> parts, string? language)
    {
        foreach ((string found, string content, _, _) in parts)
        {
            if (string.Equals(found, language, StringComparison.OrdinalIgnoreCase))
            {
                return content;
            }
        }

        return null;
    }

    // Elements that follow each other at once; other markup in a prompt is just text.
    private static List<(string Language, string Content, int Start, int End)> PartsOf(string text)
    {
        var parts = new List<(string, string, int, int)>();
        int from = 0;
        while (from < text.Length && text.IndexOf('<', from) is var start and >= 0)
        {
            int nameEnd = text.IndexOf('>', start);
            string language = nameEnd < 0 ? "" : text.Substring(start + 1, nameEnd - start - 1);
            int end = IsLanguage(language) ? text.IndexOf($"</{language}>", nameEnd, StringComparison.Ordinal) : -1;
            if (end < 0 || (parts.Count > 0 && start != from))
            {
                if (parts.Count > 0)
                {
                    break;
                }

                from = start + 1;
                continue;
            }

            from = end + language.Length + 3;
            parts.Add((language, text.Substring(nameEnd + 1, end - nameEnd - 1), start, from));
        }

        return parts;
    }

    // Two letters, as of ISO 639-1, in lower case; <b> and <TABLE> are markup.
    private static bool IsLanguage(string name) => name.Length == 2 && IsLower(name[0]) && IsLower(name[1]);

    private static bool IsLower(char c) => c is >= 'a' and <= 'z';
}
