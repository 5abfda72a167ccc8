namespace FmeTyped;

/// <summary>Converts colours between colour spaces. Components are from 0 to 1; CMYK is converted without a colour profile.</summary>
internal static class FmeColorConversion
{
    /// <summary>The maximum number of components of a space.</summary>
    public const int MostComponents = 4;

    public static int ComponentsOf(FmeColorSpace space) => space == FmeColorSpace.Cmyk ? 4 : 3;

    /// <summary>Converts the components in place. The span has a length of <see cref="MostComponents"/>.</summary>
    public static void Convert(Span<double> components, FmeColorSpace from, FmeColorSpace to)
    {
        if (from == to)
        {
            return;
        }

        ToRgb(components, from);
        FromRgb(components, to);
    }

    private static void ToRgb(Span<double> c, FmeColorSpace from)
    {
        switch (from)
        {
            case FmeColorSpace.Hsv:
                double chroma = c[2] * c[1];
                SetHue(c, chroma, c[2] - chroma);
                break;
            case FmeColorSpace.Hsl:
                double width = (1 - Math.Abs((2 * c[2]) - 1)) * c[1];
                SetHue(c, width, c[2] - (width / 2));
                break;
            case FmeColorSpace.Cmyk:
                double light = 1 - c[3];
                (c[0], c[1], c[2]) = ((1 - c[0]) * light, (1 - c[1]) * light, (1 - c[2]) * light);
                break;
            default:
                break;
        }
    }

    // Red, green and blue of a hue, given the chroma and the least of the three.
    private static void SetHue(Span<double> c, double chroma, double least)
    {
        double sector = c[0] * 6;
        double middle = least + (chroma * (1 - Math.Abs((sector % 2) - 1)));
        double most = least + chroma;
        (c[0], c[1], c[2]) = ((int)sector % 6) switch
        {
            0 => (most, middle, least),
            1 => (middle, most, least),
            2 => (least, most, middle),
            3 => (least, middle, most),
            4 => (middle, least, most),
            _ => (most, least, middle),
        };
    }

    private static void FromRgb(Span<double> c, FmeColorSpace to)
    {
        double most = Math.Max(c[0], Math.Max(c[1], c[2]));
        double chroma = most - Math.Min(c[0], Math.Min(c[1], c[2]));
        switch (to)
        {
            case FmeColorSpace.Hsv:
                (c[0], c[1], c[2]) = (HueOf(c, most, chroma), most == 0 ? 0 : chroma / most, most);
                break;
            case FmeColorSpace.Hsl:
                double lightness = most - (chroma / 2);
                (c[0], c[1], c[2]) = (HueOf(c, most, chroma), chroma == 0 ? 0 : chroma / (1 - Math.Abs((2 * lightness) - 1)), lightness);
                break;
            case FmeColorSpace.Cmyk:
                (c[0], c[1], c[2], c[3]) = most == 0 ? (0, 0, 0, 1) : ((most - c[0]) / most, (most - c[1]) / most, (most - c[2]) / most, 1 - most);
                break;
            default:
                break;
        }
    }

    private static double HueOf(Span<double> c, double most, double chroma)
    {
        if (chroma == 0)
        {
            return 0;
        }

        double sector = most == c[0] ? (c[1] - c[2]) / chroma
            : most == c[1] ? ((c[2] - c[0]) / chroma) + 2
            : ((c[0] - c[1]) / chroma) + 4;
        return (sector < 0 ? sector + 6 : sector) / 6;
    }
}
