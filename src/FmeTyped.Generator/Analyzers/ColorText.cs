using System;
using System.Globalization;
using System.Linq;

namespace FmeTyped.Generator.Analyzers;

/// <summary>Tells which texts the runtime's FmeColor can be made of. A test holds the two against each other.</summary>
internal static class ColorText
{
    public const string Expected = "a colour looks like #8000ff, 128,0,255 or 0.5,0,1; 1,0,0 may be red or nearly black, so write #ff0000 or #010000";

    private const int PartsOfColor = 3;
    private const int PartsOfCmyk = 4;

    private static readonly (string Name, int Parts)[] Spaces =
        [("unitRgb(", PartsOfColor), ("unitHsv(", PartsOfColor), ("unitHsl(", PartsOfColor), ("unitCmyk(", PartsOfCmyk)];

    /// <summary>Empty is blank, and that is a value.</summary>
    public static bool IsValid(string text) => text.Length == 0 || IsHtml(text) || IsNamed(text) || IsRgb(text);

    /// <summary>Whether a number is a component from 0 to 1.</summary>
    public static bool IsUnit(double component) => component is >= 0 and <= 1;

    private static bool IsHtml(string text)
    {
        string digits = text[0] == '#' ? text.Substring(1) : text;
        return digits.Length is 6 or 8 && digits.All(c => c is (>= '0' and <= '9') or (>= 'a' and <= 'f') or (>= 'A' and <= 'F'));
    }

    private static bool IsNamed(string text) =>
        Spaces.Any(space => text.StartsWith(space.Name, StringComparison.Ordinal) && text[text.Length - 1] == ')'
            && Are(text.Substring(space.Name.Length, text.Length - space.Name.Length - 1), space.Parts, IsUnit));

    // Ones and zeros alone may be meant either way, unless they are all zero.
    private static bool IsRgb(string text) =>
        text.IndexOf('.') >= 0
            ? Are(text, PartsOfColor, IsUnit)
            : Are(text, PartsOfColor, IsByte) && (text.IndexOf('1') < 0 || !Are(text, PartsOfColor, IsUnit));

    private static bool Are(string text, int count, Func<string, bool> isPart)
    {
        string[] parts = text.Split(',');
        return (parts.Length == count || parts.Length == count + 1) && parts.All(isPart);
    }

    private static bool IsUnit(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double part) && IsUnit(part);

    private static bool IsByte(string text) =>
        byte.TryParse(text, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out _);
}
