using System.Globalization;
using FmeTyped.Metadata;

namespace FmeTyped.Blazor.Forms;

/// <summary>A colour between the texts of FME and those of HTML.</summary>
internal static class ColorInput
{
    private const string Unset = "#000000";

    /// <summary>The colour as <c>#8000ff</c>, with its opacity behind it where it is not opaque; an unreadable text as it is.</summary>
    public static string Text(FmeParameterDescriptor parameter, string text) =>
        parameter.ColorFormat.TryParse(text, out FmeColor color) && !color.IsBlank ? Rgb(color) + (color.Alpha < 1 ? Byte(color.Alpha) : "") : text;

    /// <summary>The colour without its opacity, for a colour field, which is never empty.</summary>
    public static string Rgb(FmeParameterDescriptor parameter, string text) =>
        parameter.ColorFormat.TryParse(text, out FmeColor color) && !color.IsBlank ? Rgb(color) : Unset;

    /// <summary>The opacity in percent.</summary>
    public static int Opacity(FmeParameterDescriptor parameter, string text) =>
        parameter.ColorFormat.TryParse(text, out FmeColor color) && !color.IsBlank ? (int)Math.Round(color.Alpha * 100) : 100;

    private static string Rgb(FmeColor color) => $"#{Byte(color.Red)}{Byte(color.Green)}{Byte(color.Blue)}";

    private static string Byte(double part) => ((int)Math.Round(part * byte.MaxValue)).ToString("x2", CultureInfo.InvariantCulture);
}
