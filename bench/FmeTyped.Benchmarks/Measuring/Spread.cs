using System.Globalization;

namespace FmeTyped.Benchmarks.Measuring;

/// <summary>The median of some figures, and what they lie between.</summary>
internal readonly record struct Spread(double Median, double Least, double Greatest)
{
    public static Spread From(IEnumerable<double> figures)
    {
        double[] sorted = [.. figures.Order()];
        int middle = sorted.Length / 2;
        double median = sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new(median, sorted[0], sorted[^1]);
    }

    /// <summary>The median, and the quartiles in place of the least and the greatest: for many short samples, of which some are interrupted.</summary>
    public static Spread OfMany(IEnumerable<double> figures)
    {
        double[] sorted = [.. figures.Order()];
        return new(sorted[sorted.Length / 2], sorted[sorted.Length / 4], sorted[sorted.Length * 3 / 4]);
    }

    public string ToString(string format) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Median.ToString(format, CultureInfo.InvariantCulture)} ({Least.ToString(format, CultureInfo.InvariantCulture)}-"
            + $"{Greatest.ToString(format, CultureInfo.InvariantCulture)})");
}
