namespace FmeTyped;

/// <summary>The colour spaces that FME has.</summary>
internal enum FmeColorSpace
{
    /// <summary>No colour: blank.</summary>
    None,
    Rgb,
    Hsv,
    Hsl,
    Cmyk,
}
