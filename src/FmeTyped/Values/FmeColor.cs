using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;

namespace FmeTyped;

/// <summary>A colour of red, green and blue, each from 0 to 1. On the wire it is <c>r,g,b</c>. Its default is blank, not black.</summary>
[JsonConverter(typeof(FmeTextJsonConverter<FmeColor>))]
public readonly record struct FmeColor : IFmeText<FmeColor>
{
    /// <summary>Room for three numbers from 0 to 1 in full, with their commas.</summary>
    internal const int MaxLength = 3 * FmeNumber.MaxLength;

    internal const string Expected = "A colour looks like 0.5,0,1 with red, green and blue from 0 to 1, or like #8000ff.";

    private const int DecimalsOfByte = 3;

    private readonly bool _hasValue;

    /// <summary>A colour of its parts.</summary>
    /// <param name="red">Red, from 0 to 1.</param>
    /// <param name="green">Green, from 0 to 1.</param>
    /// <param name="blue">Blue, from 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A part is not from 0 to 1.</exception>
    public FmeColor(double red, double green, double blue)
    {
        Red = Part(red, nameof(red));
        Green = Part(green, nameof(green));
        Blue = Part(blue, nameof(blue));
        _hasValue = true;
    }

    /// <summary>Red, from 0 to 1.</summary>
    public double Red { get; }

    /// <summary>Green, from 0 to 1.</summary>
    public double Green { get; }

    /// <summary>Blue, from 0 to 1.</summary>
    public double Blue { get; }

    /// <summary>Whether there is no colour, so that an empty value is sent.</summary>
    public bool IsBlank => !_hasValue;

    /// <summary>A colour of three bytes. Three decimals are sent, which tell all bytes apart.</summary>
    /// <param name="red">Red, from 0 to 255.</param>
    /// <param name="green">Green, from 0 to 255.</param>
    /// <param name="blue">Blue, from 0 to 255.</param>
    public static FmeColor FromBytes(byte red, byte green, byte blue) => new(OfByte(red), OfByte(green), OfByte(blue));

    /// <summary>Blank.</summary>
    /// <param name="blank">Blank.</param>
    public static implicit operator FmeColor(FmeBlank blank) => default;

    /// <summary>Reads FME's form or that of HTML.</summary>
    /// <param name="text">The text: <c>r,g,b</c> with parts from 0 to 1, or <c>#rrggbb</c>. Empty is blank.</param>
    /// <exception cref="FormatException">The text is no colour.</exception>
    public static FmeColor Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParse(text, out FmeColor color)
            ? color
            : throw new FormatException($"'{text}' is no colour. {Expected}");
    }

    /// <summary>Reads FME's form or that of HTML.</summary>
    /// <param name="text">The text: <c>r,g,b</c> with parts from 0 to 1, or <c>#rrggbb</c>. Empty is blank.</param>
    /// <param name="color">The colour.</param>
    /// <returns>Whether the text is a colour.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out FmeColor color)
    {
        color = default;
        if (string.IsNullOrEmpty(text))
        {
            return text is not null;
        }

        if (text is ['#', _, _, _, _, _, _] && int.TryParse(text.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int bytes))
        {
            color = FromBytes((byte)(bytes >> 16), (byte)(bytes >> 8), (byte)bytes);
            return true;
        }

        if (text.Split(',') is not [string red, string green, string blue]
            || !TryParsePart(red, out double r) || !TryParsePart(green, out double g) || !TryParsePart(blue, out double b))
        {
            return false;
        }

        color = new(r, g, b);
        return true;
    }

    /// <summary>FME's form; empty for blank.</summary>
    public override string ToString() => Format(stackalloc char[MaxLength]).ToString();

    static FmeColor IFmeText<FmeColor>.FromText(string text) => Parse(text);

    string IFmeText<FmeColor>.ToText() => ToString();

    internal ReadOnlySpan<char> Format(Span<char> buffer)
    {
        if (IsBlank)
        {
            return default;
        }

        int length = FmeNumber.Format(Red, buffer).Length;
        buffer[length++] = ',';
        length += FmeNumber.Format(Green, buffer[length..]).Length;
        buffer[length++] = ',';
        length += FmeNumber.Format(Blue, buffer[length..]).Length;
        return buffer[..length];
    }

    private static double OfByte(byte value) => Math.Round(value / 255D, DecimalsOfByte);

    private static bool TryParsePart(string text, out double part) => FmeNumber.TryParse(text, out part) && part is >= 0 and <= 1;

    // Adding 0 turns minus zero into zero, which would be sent as -0.
    private static double Part(double value, string name) => value is >= 0 and <= 1
        ? value + 0D
        : throw new ArgumentOutOfRangeException(name, value, "A part of a colour is from 0 to 1.");
}
