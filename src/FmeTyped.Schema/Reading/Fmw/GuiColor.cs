using System;

namespace FmeTyped.Schema.Reading.Fmw;

/// <summary>The argument of the GUI type COLOR, in the words of FME's JSON parameters.</summary>
/// <param name="Space">The colour space: rgb, hsv, cmyk or hsl.</param>
/// <param name="Component">What a component is: int, float or hex.</param>
/// <param name="HasAlpha">Whether a further component follows for the opacity.</param>
/// <param name="ValueFormat">The text around the components, with %1 in their place; empty if there is none.</param>
internal sealed record GuiColor(string Space, string Component, bool HasAlpha, string ValueFormat)
{
    private static readonly string[] Spaces = ["rgb", "hsv", "cmyk", "hsl"];

    /// <summary>Reads <c>COLOR_SPEC%RGBAF%COLOR_VALUE_FORMAT%rgb()</c>: the vendor's page on COLOR. What it does not say is as in JSON.</summary>
    public static GuiColor Read(string argument)
    {
        string[] parts = argument.Trim('"', ' ').Split('%');
        string spec = ValueOf(parts, "COLOR_SPEC").ToLowerInvariant();
        string space = Array.Find(Spaces, name => spec.StartsWith(name, StringComparison.Ordinal)) ?? Spaces[0];
        string flags = spec.StartsWith(space, StringComparison.Ordinal) ? spec.Substring(space.Length) : "";
        string format = ValueOf(parts, "COLOR_VALUE_FORMAT");
        bool isHtml = format == "#(rgb)";
        return new GuiColor(
            space,
            isHtml || flags.IndexOf('h') >= 0 ? "hex" : flags.IndexOf('f') >= 0 ? "float" : "int",
            flags.IndexOf('a') >= 0,
            isHtml ? "#%1" : Around(format));
    }

    // Any text in front of a pair of brackets; what is none is passed over, as the page says.
    private static string Around(string format) =>
        format.EndsWith("()", StringComparison.Ordinal) || format.EndsWith("[]", StringComparison.Ordinal)
            ? format.Substring(0, format.Length - 1) + "%1" + format[format.Length - 1]
            : "";

    private static string ValueOf(string[] parts, string key)
    {
        int index = Array.FindIndex(parts, part => string.Equals(part.Trim(), key, StringComparison.OrdinalIgnoreCase));
        return index < 0 || index + 1 >= parts.Length ? "" : parts[index + 1].Trim();
    }
}
