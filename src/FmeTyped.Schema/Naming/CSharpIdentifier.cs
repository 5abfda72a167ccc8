using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace FmeTyped.Schema.Naming;

/// <summary>
/// Creates C# names from wire names: characters that are not allowed in a name separate words, words start with a capital,
/// and words in capitals are written as .NET does (THEMES: Themes), but for codes such as LL84.
/// </summary>
internal static class CSharpIdentifier
{
    // Far below the limits of compilers and file systems, and longer than any readable name.
    private const int MaxLength = 80;

    private static readonly Dictionary<char, string> SymbolNames = new()
    {
        ['+'] = "Plus",
        ['-'] = "Minus",
        ['*'] = "Asterisk",
        ['/'] = "Slash",
        ['\\'] = "Backslash",
        ['='] = "Equal",
        ['<'] = "Less",
        ['>'] = "Greater",
        ['!'] = "Exclamation",
        ['?'] = "Question",
        ['%'] = "Percent",
        ['&'] = "And",
        ['|'] = "Or",
        ['~'] = "Tilde",
        ['^'] = "Caret",
        ['#'] = "Hash",
        ['@'] = "At",
        ['$'] = "Dollar",
        ['.'] = "Dot",
        [','] = "Comma",
        [';'] = "Semicolon",
        [':'] = "Colon",
        ['\''] = "Apostrophe",
        ['"'] = "Quote",
        ['('] = "OpenParenthesis",
        [')'] = "CloseParenthesis",
        ['['] = "OpenBracket",
        [']'] = "CloseBracket",
        ['{'] = "OpenBrace",
        ['}'] = "CloseBrace",
        ['_'] = "Underscore",
        ['`'] = "Backtick",
        [' '] = "Space",
    };

    /// <summary>A type cannot have the name of one of its members, some of which every record has.</summary>
    public static string FromWorkspace(string fileName)
    {
        string name = From(fileName.EndsWith(".fmw", StringComparison.OrdinalIgnoreCase) ? fileName.Substring(0, fileName.Length - 4) : fileName);
        return ReservedNames.Contains(name) ? name + "Workspace" : name;
    }

    public static string FromRepository(string repository) => From(repository);

    public static string FromParameter(string name) => From(name);

    /// <summary>An option is named after its value if that gives a name, otherwise after its caption.</summary>
    public static string FromOption(string value, string caption)
    {
        string fromValue = WordsOf(value);
        if (StartsLikeAName(fromValue))
        {
            return fromValue;
        }

        string fromCaption = WordsOf(caption);
        return StartsLikeAName(fromCaption) ? fromCaption : From(value);
    }

    /// <summary>Whether a value alone makes the name of its option, so that a new caption does not move it.</summary>
    public static bool OptionIsNamedByValue(string value) => StartsLikeAName(WordsOf(value));

    /// <summary>Whether a text can be a C# name as it stands, keywords included, since they can be written with an @.</summary>
    public static bool IsValid(string name)
    {
        if (name.Length == 0 || !(IsLetter(name[0]) || name[0] == '_'))
        {
            return false;
        }

        for (int i = 0; i < name.Length; i++)
        {
            if (!CanHave(name[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a character may stand in a C# name, though perhaps not as its first.</summary>
    public static bool CanHave(char c) => IsLetter(c) || CharUnicodeInfo.GetUnicodeCategory(c) is
        // C# also allows invisible format characters, and treats names that differ only in them as equal.
        UnicodeCategory.DecimalDigitNumber or UnicodeCategory.ConnectorPunctuation or
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    /// <summary>Whether a text is names with points between them, as a namespace or a type with its namespace.</summary>
    public static bool IsValidPath(string path)
    {
        foreach (string part in path.Split('.'))
        {
            if (!IsValid(part))
            {
                return false;
            }
        }

        return true;
    }

    private static string From(string wireName)
    {
        string words = WordsOf(wireName);
        if (words.Length == 0)
        {
            words = Spelled(wireName);
        }

        return StartsLikeAName(words) ? words : "_" + words;
    }

    private static bool StartsLikeAName(string name) => name.Length > 0 && IsLetter(name[0]);

    private static string WordsOf(string text)
    {
        StringBuilder name = KeptBuilder.Take();
        int i = 0;
        while (i < text.Length && name.Length < MaxLength)
        {
            // The sign of a number is part of what the number says: -1 and +1 are two options.
            if (text[i] is '-' or '+' && i == 0 && text.Length > 1 && char.IsDigit(text[1]))
            {
                name.Append(SymbolNames[text[i]]);
                i++;
                continue;
            }

            if (!IsPartOfWord(text, i))
            {
                i++;
                continue;
            }

            int end = EndOfWord(text, i, out bool hasApostrophe);
            if (hasApostrophe)
            {
                string word = text.Substring(i, end - i).Replace("'", "").Replace("\u2019", "");
                AppendWord(name, word, 0, word.Length);
            }
            else
            {
                AppendWord(name, text, i, end);
            }

            i = end;
        }

        name.Length = Math.Min(name.Length, MaxLength);
        return KeptBuilder.ToStringAndFree(name);
    }

    // An apostrophe between letters is inside a word and is left out: Don't is Dont.
    private static int EndOfWord(string text, int start, out bool hasApostrophe)
    {
        hasApostrophe = false;
        int end = start;
        for (; end < text.Length; end++)
        {
            if (IsPartOfWord(text, end))
            {
                continue;
            }

            if (text[end] is not ('\'' or '\u2019') || end + 1 == text.Length || !IsLetter(text[end + 1]))
            {
                break;
            }

            hasApostrophe = true;
        }

        return end;
    }

    private static void AppendWord(StringBuilder name, string text, int first, int end)
    {
        // 14 and 14N would read as 1414N.
        if (name.Length > 0 && char.IsDigit(name[name.Length - 1]) && char.IsDigit(text[first]))
        {
            name.Append('_');
        }

        bool isInCapitals = IsInCapitals(text, first, end);
        for (int start = first; start < end;)
        {
            int length = LettersFrom(text, start, end);
            if (length == 0)
            {
                name.Append(text[start++]);
                continue;
            }

            // Two letters beside a number are a code and stay as they are: LL84, TX83.
            bool isCode = length <= 2 && length < end - first;
            name.Append(start == first || isInCapitals ? char.ToUpperInvariant(text[start]) : text[start]);
            for (int i = start + 1; i < start + length; i++)
            {
                name.Append(isInCapitals && !isCode ? char.ToLowerInvariant(text[i]) : text[i]);
            }

            start += length;
        }
    }

    private static bool IsInCapitals(string text, int start, int end)
    {
        for (int i = start; i < end; i++)
        {
            if (char.ToUpperInvariant(text[i]) != text[i])
            {
                return false;
            }
        }

        return true;
    }

    private static int LettersFrom(string text, int start, int end)
    {
        int count = 0;
        while (start + count < end && char.IsLetter(text[start + count]))
        {
            count++;
        }

        return count;
    }

    private static string Spelled(string text)
    {
        if (text.Length == 0)
        {
            return "Empty";
        }

        var name = new StringBuilder();
        foreach (char c in text)
        {
            name.Append(SymbolNames.TryGetValue(c, out string? word) ? word : "U" + ((int)c).ToString("X4", CultureInfo.InvariantCulture));
            if (name.Length >= MaxLength)
            {
                break;
            }
        }

        return name.ToString();
    }

    // Underscores are allowed in C# and separate words in FME.
    private static bool IsPartOfWord(string text, int index) =>
        IsLetter(text[index]) || CharUnicodeInfo.GetUnicodeCategory(text[index]) is
            UnicodeCategory.DecimalDigitNumber or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static bool IsLetter(char c) => CharUnicodeInfo.GetUnicodeCategory(c) is
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or
        UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber;
}
