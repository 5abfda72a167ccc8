using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace FmeTyped.Schema.Reading;

/// <summary>FME's own encoding of text, in which a blank is written <c>&lt;space&gt;</c> and any character may be <c>&lt;uXXXX&gt;</c>.</summary>
internal static class FmeText
{
    private static readonly Dictionary<string, char> Characters = new()
    {
        ["space"] = ' ',
        ["lf"] = '\n',
        ["cr"] = '\r',
        ["tab"] = '\t',
        ["bell"] = '\a',
        ["quote"] = '"',
        ["apos"] = '\'',
        ["comma"] = ',',
        ["semicolon"] = ';',
        ["openparen"] = '(',
        ["closeparen"] = ')',
        ["openbracket"] = '[',
        ["closebracket"] = ']',
        ["opencurly"] = '{',
        ["closecurly"] = '}',
        ["lt"] = '<',
        ["gt"] = '>',
        ["amp"] = '&',
        ["dollar"] = '$',
        ["at"] = '@',
        ["pipe"] = '|',
        ["backslash"] = '\\',
        ["solidus"] = '/',
    };

    /// <summary>
    /// The text that an encoded one stands for. What is decoded is not decoded again, and a word that is no tag stays:
    /// a text that was never encoded comes out as it went in, unless it holds a tag.
    /// </summary>
    public static string Decode(string text)
    {
        StringBuilder? decoded = null;
        int copied = 0;
        int open = text.IndexOf('<');
        while (open >= 0)
        {
            int close = text.IndexOf('>', open + 1);
            if (close < 0)
            {
                break;
            }

            // The word starts after the last '<', so that "<<lt>" is read as '<' and a tag.
            int start = text.LastIndexOf('<', close);
            if (FindCharacter(text.Substring(start + 1, close - start - 1)) is { } character)
            {
                decoded ??= new StringBuilder(text.Length);
                decoded.Append(text, copied, start - copied).Append(character);
                copied = close + 1;
            }

            open = text.IndexOf('<', close + 1);
        }

        return decoded?.Append(text, copied, text.Length - copied).ToString() ?? text;
    }

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

    private static char? FindCharacter(string word)
    {
        if (Characters.TryGetValue(word, out char character))
        {
            return character;
        }

        return word.Length == 5 && word[0] == 'u'
            && ushort.TryParse(word.Substring(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort unit)
            ? (char)unit
            : null;
    }
}
