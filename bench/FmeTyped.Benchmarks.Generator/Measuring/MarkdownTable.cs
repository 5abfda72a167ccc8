using System.Globalization;

namespace FmeTyped.Benchmarks.Generator.Measuring;

/// <summary>Prints a table row by row, so that a long run shows what it has.</summary>
internal static class MarkdownTable
{
    public static void Head(params string[] columns)
    {
        Row(columns);
        Row([.. columns.Select((_, index) => index == 0 ? "---" : "---:")]);
    }

    public static void Row(params string[] cells) => Console.WriteLine($"| {string.Join(" | ", cells)} |");

    /// <summary>Milliseconds with their spread; microseconds where those say more.</summary>
    public static string Time(Spread milliseconds) => milliseconds.Median < 1
        ? $"{Number(milliseconds.Median * 1000)} µs ({Number(milliseconds.Least * 1000)}–{Number(milliseconds.Most * 1000)})"
        : $"{Number(milliseconds.Median)} ms ({Number(milliseconds.Least)}–{Number(milliseconds.Most)})";

    public static string Bytes(Spread bytes) => bytes.Median < 1_000_000 ? $"{Number(bytes.Median / 1000)} kB" : $"{Number(bytes.Median / 1_000_000)} MB";

    public static string Ratio(Spread ratio) => string.Create(CultureInfo.InvariantCulture, $"{ratio.Median:0.00} ({ratio.Least:0.00}–{ratio.Most:0.00})");

    /// <summary>Three digits that count.</summary>
    public static string Number(double number) => number.ToString(number >= 100 ? "N0" : number >= 10 ? "0.0" : "0.00", CultureInfo.InvariantCulture);
}
