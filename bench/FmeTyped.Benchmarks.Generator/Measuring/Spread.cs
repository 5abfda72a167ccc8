namespace FmeTyped.Benchmarks.Generator.Measuring;

/// <summary>The middle of some numbers, and how far they lie apart.</summary>
internal readonly record struct Spread(double Median, double Least, double Most)
{
    public static Spread From(IEnumerable<double> numbers)
    {
        double[] sorted = [.. numbers.Order()];
        int half = sorted.Length / 2;
        double median = sorted.Length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
        return new Spread(median, sorted[0], sorted[^1]);
    }
}
