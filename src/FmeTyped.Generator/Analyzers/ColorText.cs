using System.Globalization;
using System.Linq;

namespace FmeTyped.Generator.Analyzers;

/// <summary>Tells which texts the runtime's FmeColor can be made of. A test holds the two against each other.</summary>
internal static class ColorText
{
    public const string Expected = "a colour looks like 0.5,0,1 with red, green and blue from 0 to 1, or like #8000ff";

    private const int PartsOfColor = 3;
    private const int LengthOfHtml = 7;

    /// <summary>Empty is blank, and that is a value.</summary>
    public static bool IsValid(string text) =>
        text.Length == 0 || IsHtml(text) || (text.Split(',') is { Length: PartsOfColor } parts && parts.All(IsPart));

    public static bool IsPart(double part) => part is >= 0 and <= 1;

    private static bool IsHtml(string text) =>
        text.Length == LengthOfHtml && text[0] == '#' &&
        int.TryParse(text.Substring(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out _);

    private static bool IsPart(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double part) && IsPart(part);
}
