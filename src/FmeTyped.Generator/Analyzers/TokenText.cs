using System.Linq;

namespace FmeTyped.Generator.Analyzers;

/// <summary>Distinguishes possible real tokens from placeholders in examples and tests. FME's tokens are 40 hexadecimal digits.</summary>
internal static class TokenText
{
    private const int Least = 20;

    public static bool IsLikely(string text) =>
        text.Length >= Least && text.All(IsLetterOrDigit) && text.Any(IsDigit) && !text.All(c => c == text[0]);

    private static bool IsLetterOrDigit(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') || IsDigit(c);

    private static bool IsDigit(char c) => c is >= '0' and <= '9';
}
