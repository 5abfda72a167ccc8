namespace FmeTyped;

/// <summary>
/// The components of a colour, each a whole number of millionths: FME writes six decimals, which are more than enough.
/// </summary>
/// <param name="Space">The colour space; none for blank.</param>
/// <param name="First">Red, hue or cyan.</param>
/// <param name="Second">Green, saturation or magenta.</param>
/// <param name="Third">Blue, value, lightness or yellow.</param>
/// <param name="Fourth">Black; 0 in other spaces.</param>
/// <param name="Alpha">The opacity.</param>
internal readonly record struct FmeColorComponents(FmeColorSpace Space, int First, int Second, int Third, int Fourth, int Alpha)
{
    public const int Whole = 1_000_000;

    /// <summary>The maximum number of components, including the alpha.</summary>
    public const int Most = FmeColorConversion.MostComponents + 1;

    public static double ToUnit(int millionths) => (double)millionths / Whole;

    public static int FromUnit(double unit) => (int)Math.Round(unit * Whole, MidpointRounding.AwayFromZero);

    /// <summary>The nearest byte.</summary>
    public static byte ToByte(int millionths) => (byte)((((long)millionths * byte.MaxValue) + (Whole / 2)) / Whole);

    public static int FromByte(byte value) => ((value * Whole) + (byte.MaxValue / 2)) / byte.MaxValue;

    /// <summary>Creates a colour from the components of a space, followed by the alpha.</summary>
    public static FmeColorComponents From(FmeColorSpace space, ReadOnlySpan<int> numbers)
    {
        int count = FmeColorConversion.ComponentsOf(space);
        return new(space, numbers[0], numbers[1], numbers[2], count > 3 ? numbers[3] : 0, numbers[count]);
    }

    /// <summary>Gets the components in a space, followed by the alpha.</summary>
    /// <returns>The number of components, without the alpha.</returns>
    public int CopyTo(Span<int> numbers, FmeColorSpace space)
    {
        int count = FmeColorConversion.ComponentsOf(space);
        (numbers[0], numbers[1], numbers[2], numbers[3]) = (First, Second, Third, Fourth);
        if (space != Space)
        {
            Span<double> units = [ToUnit(First), ToUnit(Second), ToUnit(Third), ToUnit(Fourth)];
            FmeColorConversion.Convert(units, Space, space);
            for (int i = 0; i < count; i++)
            {
                numbers[i] = FromUnit(units[i]);
            }
        }

        numbers[count] = Alpha;
        return count;
    }
}
