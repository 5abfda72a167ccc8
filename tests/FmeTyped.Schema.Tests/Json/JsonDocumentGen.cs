using System.Text.RegularExpressions;
using CsCheck;

namespace FmeTyped.Schema.Tests.Json;

/// <summary>Makes JSON texts, sound ones and ones with mistakes.</summary>
internal static partial class JsonDocumentGen
{
    private static readonly Gen<string> Space =
        Gen.OneOfConst("", "", "", " ", "\n", "\r\n  ", "\t");

    private static readonly Gen<string> Number =
        Gen.OneOfConst("0", "-0", "1", "-12", "3.25", "1e5", "-7.0E-12", "6e+2", "123456789012345678901234567890", "1e999");

    private static readonly Gen<string> String = Gen.OneOf(
            Gen.OneOfConst("a", "b", "name", "value 1", "é", "😀", "\u2028", "\u007F", "\uFEFF", "{", "]", ",", ":", "//", "'"),
            Gen.OneOfConst(@"\""", @"\\", @"\/", @"\b", @"\n", @"\u0041", @"\u0000", @"\ud83d\ude00", @"\uD83D\uDE00"),
            Gen.Char[' ', '~'].Select(character => character is '"' or '\\' ? "" : character.ToString()))
        .Array[0, 4]
        .Select(pieces => $"\"{string.Concat(pieces)}\"");

    private static readonly Gen<string> Scalar =
        Gen.OneOf(Number, String, Gen.OneOfConst("true", "false", "null"));

    private static readonly Gen<string> Shallow = Value(4);

    /// <summary>Sound texts; some nest about as deep as is allowed.</summary>
    private static readonly Gen<string> Sound = Gen.Frequency(
        (30, Shallow),
        (1, Gen.Select(
            Gen.Int[60, 66],
            Gen.OneOfConst(("[", "]"), ("{\"a\":", "}")),
            Scalar,
            (depth, bracket, inner) =>
                string.Concat(Enumerable.Repeat(bracket.Item1, depth)) + inner + string.Concat(Enumerable.Repeat(bracket.Item2, depth)))));

    private static readonly Gen<string> Fragment = Gen.OneOf(
        Gen.OneOfConst("{", "}", "[", "]", ",", ":", "\"", "\\", "'", "/", "*", "#", "-", "+", ".", "e", "0", "1", " ", "\n"),
        Gen.OneOfConst("\0", "\t", "\u001F", "\u007F", "\u00A0", "\u200B", "\uFEFF", "\u2028", "“", "”", "’", "é", "😀", "\uD83D", "\uDE00"),
        Gen.OneOfConst(
            "//",
            "/*",
            "*/",
            @"\u",
            @"\uD83D",
            @"\uDE00",
            @"\uD83D\uD83D",
            @"\uDE00\uDE00",
            @"\u00",
            @"\x",
            "true",
            "True",
            "nul",
            "NaN",
            "-",
            "1e",
            "00",
            "{}",
            "[]",
            "\"\""),
        Scalar);

    private static readonly Gen<Func<string, string>> Edit = Gen.Select(
        Gen.Int[0, 5],
        Gen.Double.Unit,
        Gen.Double.Unit,
        Fragment,
        (kind, place, other, fragment) => (Func<string, string>)(text => Apply(text, kind, place, other, fragment)));

    /// <summary>Sound texts, and texts with one to four edits of characters or tokens.</summary>
    public static Gen<string> Text { get; } = Gen.Select(
        Sound,
        Gen.Frequency((1, Gen.Const(0)), (3, Gen.Const(1)), (2, Gen.Int[2, 4])).SelectMany(count => Edit.Array[count]),
        (text, edits) => edits.Aggregate(text, (changed, edit) => edit(changed)));

    private static Gen<string> Value(int depth)
    {
        if (depth == 0)
        {
            return Scalar;
        }

        Gen<string> inner = Value(depth - 1);
        Gen<string> array = Gen.Select(inner, Space, (value, space) => space + value).Array[0, 4]
            .Select(items => $"[{string.Join(',', items)}]");
        Gen<string> obj = Gen.Select(String, Space, inner, (name, space, value) => $"{space}{name}{space}:{value}{space}").Array[0, 4]
            .Select(members => $"{{{string.Join(',', members)}}}");
        return Gen.Select(Space, Gen.Frequency((1, Scalar), (2, array), (2, obj)), Space, (before, value, after) => before + value + after);
    }

    private static string Apply(string text, int kind, double place, double other, string fragment)
    {
        int at = (int)(place * (text.Length + 1));
        if (text.Length == 0 || kind == 0)
        {
            return text.Insert(at, fragment);
        }

        at = Math.Min(at, text.Length - 1);
        switch (kind)
        {
            case 1:
                return text.Remove(at, 1);
            case 2:
                return text.Remove(at, 1).Insert(at, fragment);
        }

        // The last character may be half a pair, which matches as a token like any other.
        MatchCollection tokens = Token().Matches(text);
        Match token = tokens[(int)(place * tokens.Count)];
        Match target = tokens[(int)(other * tokens.Count)];
        return kind switch
        {
            3 => text.Remove(token.Index, token.Length),
            4 => text.Insert(target.Index, token.Value),
            _ => text.Remove(token.Index, token.Length).Insert(token.Index, fragment),
        };
    }

    [GeneratedRegex("""
        "[^"]*"?|[\[\]{},:]|\s+|[^\[\]{},:"\s]+
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Token();
}
