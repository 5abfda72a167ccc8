using System;
using System.Collections.Generic;

namespace FmeTyped.Schema.Reading;

/// <summary>Splits FME's texts of several values.</summary>
internal static class FmeListText
{
    /// <summary>The items of a list, as FME writes it: with blanks between, and an item with blanks in quotes.</summary>
    public static List<string> SplitList(string text)
    {
        var items = new List<string>();
        int position = 0;
        while (position < text.Length)
        {
            if (char.IsWhiteSpace(text[position]))
            {
                position++;
                continue;
            }

            bool isQuoted = text[position] == '"';
            int start = isQuoted ? position + 1 : position;
            int end = start;
            while (end < text.Length && (isQuoted ? text[end] != '"' : !char.IsWhiteSpace(text[end])))
            {
                end++;
            }

            items.Add(text.Substring(start, end - start));
            position = isQuoted ? end + 1 : end;
        }

        return items;
    }

    /// <summary>The paths of a list of files: one path as it is, blanks and all, or several in quotes and those in quotes again.</summary>
    public static List<string> SplitPaths(string text)
    {
        string paths = text.Length > 3 && text.StartsWith("\"\"", StringComparison.Ordinal) && text.EndsWith("\"\"", StringComparison.Ordinal)
            ? text.Substring(1, text.Length - 2)
            : text;
        return paths.Length > 0 && paths[0] == '"' ? SplitList(paths) : [paths];
    }
}
