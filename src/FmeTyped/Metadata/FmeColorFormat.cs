using System.Diagnostics.CodeAnalysis;

namespace FmeTyped.Metadata;

/// <summary>How a parameter's colour is written as text, in FME's terms. Created by generated code; immutable.</summary>
public sealed class FmeColorFormat
{
    /// <summary>The maximum length of a colour's components with their commas.</summary>
    internal const int MostCharacters = FmeColorComponents.Most * FmeColorText.MostCharacters;

    private const string Place = "%1";

    private readonly FmeColorSpace _space;
    private readonly Component _component;
    private readonly string _before;
    private readonly string _after;

    /// <summary>Creates a format. Called by generated code.</summary>
    /// <param name="colorSpace">The colour space: <c>rgb</c>, <c>hsv</c>, <c>hsl</c> or <c>cmyk</c>.</param>
    /// <param name="componentValueType">What a component is: <c>int</c> from 0 to 255, <c>float</c> from 0 to 1, or <c>hex</c> from 00 to ff.</param>
    /// <param name="hasAlpha">Whether a further component follows for the opacity.</param>
    /// <param name="valueFormat">The text around the components, with <c>%1</c> as their placeholder; empty for none.</param>
    /// <exception cref="ArgumentException">FME has no such colour space or component type.</exception>
    public FmeColorFormat(string colorSpace, string componentValueType, bool hasAlpha = false, string valueFormat = "")
    {
        ArgumentNullException.ThrowIfNull(valueFormat);
        ColorSpace = colorSpace;
        ComponentValueType = componentValueType;
        HasAlpha = hasAlpha;
        ValueFormat = valueFormat;
        _space = colorSpace switch
        {
            "rgb" => FmeColorSpace.Rgb,
            "hsv" => FmeColorSpace.Hsv,
            "hsl" => FmeColorSpace.Hsl,
            "cmyk" => FmeColorSpace.Cmyk,
            _ => throw new ArgumentException($"FME has no colour space '{colorSpace}'.", nameof(colorSpace)),
        };
        _component = componentValueType switch
        {
            "int" => Component.Int,
            "float" => Component.Float,
            "hex" => Component.Hex,
            _ => throw new ArgumentException($"FME has no components of the type '{componentValueType}'.", nameof(componentValueType)),
        };
        int place = valueFormat.IndexOf(Place, StringComparison.Ordinal);
        (_before, _after) = place < 0 ? ("", "") : (valueFormat[..place], valueFormat[(place + Place.Length)..]);
    }

    private enum Component
    {
        Int,
        Float,
        Hex,
    }

    /// <summary>The colour space: <c>rgb</c>, <c>hsv</c>, <c>hsl</c> or <c>cmyk</c>.</summary>
    public string ColorSpace { get; }

    /// <summary>What a component is: <c>int</c> from 0 to 255, <c>float</c> from 0 to 1, or <c>hex</c> from 00 to ff.</summary>
    public string ComponentValueType { get; }

    /// <summary>Whether a further component follows for the opacity.</summary>
    public bool HasAlpha { get; }

    /// <summary>The text around the components, with <c>%1</c> as their placeholder; empty for none.</summary>
    public string ValueFormat { get; }

    /// <summary>FME's default format, if a workspace does not specify one.</summary>
    internal static FmeColorFormat Default { get; } = new("rgb", "int");

    /// <summary>The maximum length of a colour's text.</summary>
    internal int MaxLength => _before.Length + MostCharacters + _after.Length;

    /// <summary>An example of a colour's text: an opaque red.</summary>
    internal string Expected => $"A colour looks like {Format(FmeColor.FromRgb(byte.MaxValue, 0, 0), new char[MaxLength])} here, or like #ff0000.";

    /// <summary>Parses a colour in this format, or in a format that is unambiguous, such as <c>#ff0000</c>.</summary>
    /// <param name="text">The text. Empty is blank.</param>
    /// <param name="color">The colour.</param>
    /// <returns>Whether the text is a colour.</returns>
    public bool TryParse([NotNullWhen(true)] string? text, out FmeColor color)
    {
        color = default;
        if (string.IsNullOrEmpty(text))
        {
            return text is not null;
        }

        ReadOnlySpan<char> parts = text.AsSpan();
        bool isAround = parts.StartsWith(_before, StringComparison.Ordinal) && parts.EndsWith(_after, StringComparison.Ordinal);
        if (isAround && parts.Length >= _before.Length + _after.Length)
        {
            parts = parts[_before.Length..^_after.Length];
        }

        bool isColor = TryParseParts(parts, out FmeColorComponents components)
            || (_space == FmeColorSpace.Rgb ? FmeColorText.TryParse(text, out components) : FmeColorText.TryParseNamed(text, out components));
        color = new(components);
        return isColor;
    }

    internal ReadOnlySpan<char> Format(FmeColor color, Span<char> buffer)
    {
        Span<int> millionths = stackalloc int[FmeColorComponents.Most];
        int count = color.Components.CopyTo(millionths, _space) + (HasAlpha ? 1 : 0);
        _before.CopyTo(buffer);
        int length = _before.Length;
        for (int i = 0; i < count; i++)
        {
            if (i > 0 && _component != Component.Hex)
            {
                buffer[length++] = ',';
            }

            length += FormatComponent(millionths[i], buffer[length..]);
        }

        _after.CopyTo(buffer[length..]);
        return buffer[..(length + _after.Length)];
    }

    private int FormatComponent(int millionths, Span<char> buffer) => _component switch
    {
        Component.Float => FmeColorText.FormatUnit(millionths, buffer),
        Component.Int => FmeColorText.FormatByte(millionths, buffer),
        _ => FmeColorText.FormatHex(millionths, buffer),
    };

    private bool TryParseParts(ReadOnlySpan<char> text, out FmeColorComponents color) => _component switch
    {
        Component.Float => FmeColorText.TryParseParts(text, _space, FmeColorText.TryParseUnit, out color),
        Component.Int => FmeColorText.TryParseParts(text, _space, FmeColorText.TryParseByte, out color),
        _ => FmeColorText.TryParseDigits(text, _space, out color),
    };
}
