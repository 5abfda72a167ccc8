using System;
using System.Linq;

namespace FmeTyped.Generator.Analyzers;

/// <summary>
/// Recognizes texts that cannot be the name of a coordinate system. Any name can exist on some server, so only a few are certain: white space around
/// the name, control characters, and an EPSG code that is not a positive number.
/// </summary>
internal static class CoordinateSystemText
{
    public const string Expected = "a coordinate system looks like LL84 or EPSG:32614";

    private const string Epsg = "EPSG:";

    /// <summary>An empty text is blank, which is a value.</summary>
    public static bool IsValid(string text) =>
        text.Trim().Length == text.Length && !text.Any(char.IsControl) &&
        (!text.StartsWith(Epsg, StringComparison.OrdinalIgnoreCase) || IsCode(text.Substring(Epsg.Length)));

    private static bool IsCode(string text) => text.Length > 0 && text.All(c => c is >= '0' and <= '9') && text.Any(c => c != '0');
}
