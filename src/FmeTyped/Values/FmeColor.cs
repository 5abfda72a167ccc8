using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace FmeTyped;

/// <summary>
/// A colour in RGB or another colour space, with an opacity. It is sent in the format that the workspace requires, and converted
/// if that uses another colour space. Its default is blank, not black.
/// </summary>
/// <remarks>
/// Components have six decimals. Two colours are equal if they have the same components in the same space. CMYK is converted without a colour
/// profile.
/// </remarks>
[JsonConverter(typeof(FmeTextJsonConverter<FmeColor>))]
public readonly record struct FmeColor : IFmeText<FmeColor>
{
    internal const string Expected = FmeColorText.Expected;

    internal FmeColor(FmeColorComponents components) => Components = components;

    /// <summary>Red, from 0 to 1.</summary>
    public double Red => RgbComponent(0);

    /// <summary>Green, from 0 to 1.</summary>
    public double Green => RgbComponent(1);

    /// <summary>Blue, from 0 to 1.</summary>
    public double Blue => RgbComponent(2);

    /// <summary>The opacity, from 0 for transparent to 1 for opaque.</summary>
    public double Alpha => FmeColorComponents.ToUnit(Components.Alpha);

    /// <summary>Whether there is no colour, so that an empty value is sent.</summary>
    public bool IsBlank => Components.Space == FmeColorSpace.None;

    internal FmeColorComponents Components { get; }

    /// <summary>Creates a colour of red, green and blue, each from 0 to 255.</summary>
    /// <param name="red">Red.</param>
    /// <param name="green">Green.</param>
    /// <param name="blue">Blue.</param>
    /// <param name="alpha">The opacity, from 0 for transparent to 255 for opaque.</param>
    public static FmeColor FromRgb(byte red, byte green, byte blue, byte alpha = byte.MaxValue) => FromBytes(FmeColorSpace.Rgb, red, green, blue, 0, alpha);

    /// <summary>Creates a colour of red, green and blue, each from 0 to 1.</summary>
    /// <param name="red">Red.</param>
    /// <param name="green">Green.</param>
    /// <param name="blue">Blue.</param>
    /// <param name="alpha">The opacity, from 0 for transparent to 1 for opaque.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is not between 0 and 1.</exception>
    public static FmeColor FromUnitRgb(double red, double green, double blue, double alpha = 1) => new(new FmeColorComponents(
        FmeColorSpace.Rgb,
        Millionths(red, nameof(red)),
        Millionths(green, nameof(green)),
        Millionths(blue, nameof(blue)),
        0,
        Millionths(alpha, nameof(alpha))));

    /// <summary>Creates a colour of hue, saturation and value, each from 0 to 255.</summary>
    /// <param name="hue">The hue: 0 is red, 85 green, 170 blue.</param>
    /// <param name="saturation">The saturation.</param>
    /// <param name="value">The value, which is the brightness.</param>
    /// <param name="alpha">The opacity, from 0 for transparent to 255 for opaque.</param>
    public static FmeColor FromHsv(byte hue, byte saturation, byte value, byte alpha = byte.MaxValue) =>
        FromBytes(FmeColorSpace.Hsv, hue, saturation, value, 0, alpha);

    /// <summary>Creates a colour of hue, saturation and value, each from 0 to 1.</summary>
    /// <param name="hue">The hue as a part of the full circle: 0 is red, a third green, two thirds blue.</param>
    /// <param name="saturation">The saturation.</param>
    /// <param name="value">The value, which is the brightness.</param>
    /// <param name="alpha">The opacity, from 0 for transparent to 1 for opaque.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is not between 0 and 1.</exception>
    public static FmeColor FromUnitHsv(double hue, double saturation, double value, double alpha = 1) => new(new FmeColorComponents(
        FmeColorSpace.Hsv,
        Millionths(hue, nameof(hue)),
        Millionths(saturation, nameof(saturation)),
        Millionths(value, nameof(value)),
        0,
        Millionths(alpha, nameof(alpha))));

    /// <summary>Creates a colour of hue, saturation and lightness, each from 0 to 255.</summary>
    /// <param name="hue">The hue: 0 is red, 85 green, 170 blue.</param>
    /// <param name="saturation">The saturation.</param>
    /// <param name="lightness">The lightness.</param>
    /// <param name="alpha">The opacity, from 0 for transparent to 255 for opaque.</param>
    public static FmeColor FromHsl(byte hue, byte saturation, byte lightness, byte alpha = byte.MaxValue) =>
        FromBytes(FmeColorSpace.Hsl, hue, saturation, lightness, 0, alpha);

    /// <summary>Creates a colour of hue, saturation and lightness, each from 0 to 1.</summary>
    /// <param name="hue">The hue as a part of the full circle: 0 is red, a third green, two thirds blue.</param>
    /// <param name="saturation">The saturation.</param>
    /// <param name="lightness">The lightness.</param>
    /// <param name="alpha">The opacity, from 0 for transparent to 1 for opaque.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is not between 0 and 1.</exception>
    public static FmeColor FromUnitHsl(double hue, double saturation, double lightness, double alpha = 1) => new(new FmeColorComponents(
        FmeColorSpace.Hsl,
        Millionths(hue, nameof(hue)),
        Millionths(saturation, nameof(saturation)),
        Millionths(lightness, nameof(lightness)),
        0,
        Millionths(alpha, nameof(alpha))));

    /// <summary>Creates a colour of cyan, magenta, yellow and black, each from 0 to 255.</summary>
    /// <param name="cyan">Cyan.</param>
    /// <param name="magenta">Magenta.</param>
    /// <param name="yellow">Yellow.</param>
    /// <param name="black">Black.</param>
    /// <param name="alpha">The opacity, from 0 for transparent to 255 for opaque.</param>
    public static FmeColor FromCmyk(byte cyan, byte magenta, byte yellow, byte black, byte alpha = byte.MaxValue) =>
        FromBytes(FmeColorSpace.Cmyk, cyan, magenta, yellow, black, alpha);

    /// <summary>Creates a colour of cyan, magenta, yellow and black, each from 0 to 1.</summary>
    /// <param name="cyan">Cyan.</param>
    /// <param name="magenta">Magenta.</param>
    /// <param name="yellow">Yellow.</param>
    /// <param name="black">Black.</param>
    /// <param name="alpha">The opacity, from 0 for transparent to 1 for opaque.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is not between 0 and 1.</exception>
    public static FmeColor FromUnitCmyk(double cyan, double magenta, double yellow, double black, double alpha = 1) => new(new FmeColorComponents(
        FmeColorSpace.Cmyk,
        Millionths(cyan, nameof(cyan)),
        Millionths(magenta, nameof(magenta)),
        Millionths(yellow, nameof(yellow)),
        Millionths(black, nameof(black)),
        Millionths(alpha, nameof(alpha))));

    /// <summary>Blank.</summary>
    /// <param name="blank">Blank.</param>
    public static implicit operator FmeColor(FmeBlank blank) => default;

    /// <summary>Parses a colour whose format is unambiguous.</summary>
    /// <param name="text">
    /// The text: <c>#8000ff</c>, <c>#8000ff80</c> with an opacity, <c>128,0,255</c> or <c>0.5,0,1</c>, or what <see cref="ToString"/> returns.
    /// Empty is blank. <c>1,0,0</c> is ambiguous, because it may be red or nearly black.
    /// </param>
    /// <exception cref="FormatException">The text is not a colour, or is ambiguous.</exception>
    public static FmeColor Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParse(text, out FmeColor color)
            ? color
            : throw new FormatException($"'{text}' is not a colour. {Expected}");
    }

    /// <summary>Parses a colour whose format is unambiguous.</summary>
    /// <param name="text">The text, in a format that <see cref="Parse"/> accepts.</param>
    /// <param name="color">The colour.</param>
    /// <returns>Whether the text is a colour and unambiguous.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out FmeColor color)
    {
        color = default;
        if (string.IsNullOrEmpty(text) || !FmeColorText.TryParse(text, out FmeColorComponents components))
        {
            return text is { Length: 0 };
        }

        color = new(components);
        return true;
    }

    /// <summary>
    /// Returns the colour for display and for JSON: <c>#8000ff</c> if three bytes can express it, and otherwise the space with its components, such as
    /// <c>unitHsv(0.5,1,1)</c>; empty for blank. The text that is sent depends on the parameter.
    /// </summary>
    public override string ToString() => FmeColorText.From(Components);

    static FmeColor IFmeText<FmeColor>.FromText(string text) => Parse(text);

    string IFmeText<FmeColor>.ToText() => ToString();

    private static FmeColor FromBytes(FmeColorSpace space, byte first, byte second, byte third, byte fourth, byte alpha) => new(new FmeColorComponents(
        space,
        FmeColorComponents.FromByte(first),
        FmeColorComponents.FromByte(second),
        FmeColorComponents.FromByte(third),
        FmeColorComponents.FromByte(fourth),
        FmeColorComponents.FromByte(alpha)));

    private static int Millionths(double value, string name) => value is >= 0 and <= 1
        ? FmeColorComponents.FromUnit(value)
        : throw new ArgumentOutOfRangeException(
            name, value, "A component of a colour is from 0 to 1 here; FromRgb, FromHsv, FromHsl and FromCmyk take 0 to 255.");

    private double RgbComponent(int index)
    {
        if (IsBlank)
        {
            return 0;
        }

        Span<int> millionths = stackalloc int[FmeColorComponents.Most];
        Components.CopyTo(millionths, FmeColorSpace.Rgb);
        return FmeColorComponents.ToUnit(millionths[index]);
    }
}
