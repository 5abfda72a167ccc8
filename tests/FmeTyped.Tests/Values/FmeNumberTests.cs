using System.Globalization;
using System.Numerics;

namespace FmeTyped.Tests.Values;

public sealed class FmeNumberTests
{
    [Theory]
    [InlineData(42, "42")]
    [InlineData(-97.75, "-97.75")]
    [InlineData(0.1, "0.1")]
    [InlineData(1e15, "1000000000000000")]
    [InlineData(1.5e20, "150000000000000000000")]
    [InlineData(1e-5, "0.00001")]
    [InlineData(-1.5e-7, "-0.00000015")]
    [InlineData(123456789012345680d, "123456789012345680")]
    [InlineData(0, "0")]
    public void A_number_is_written_without_exponent(double value, string expected) => Assert.Equal(expected, Format(value));

    [Fact]
    public void The_longest_numbers_fit()
    {
        Assert.Equal(325 + 1, Format(double.Epsilon).Length);
        Assert.Equal(309, Format(double.MaxValue).Length);
        Assert.InRange(Format(-2.2250738585072014E-308).Length, 320, FmeNumber.MaxLength);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void A_number_that_is_not_finite_is_refused(double value) => Assert.Throws<ArgumentOutOfRangeException>(() => Format(value));

    [Fact]
    public void Every_finite_number_is_written_in_its_shortest_exact_digits()
    {
        var random = new Random(20220607);
        for (int i = 0; i < 20_000; i++)
        {
            double value = BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue));
            if (!double.IsFinite(value))
            {
                continue;
            }

            string text = Format(value);
            string shortest = value.ToString("R", CultureInfo.InvariantCulture);
            Assert.Equal(Exact(shortest), Exact(text));
            Assert.Equal(value, double.Parse(text, CultureInfo.InvariantCulture));
            Assert.DoesNotContain('E', text);
            Assert.DoesNotContain('+', text);
        }
    }

    [Fact]
    public void Every_whole_number_is_written_as_its_digits()
    {
        var random = new Random(42);
        foreach (long value in Enumerable.Range(0, 10_000)
            .Select(_ => random.NextInt64(long.MinValue, long.MaxValue))
            .Concat([0, long.MinValue, long.MaxValue]))
        {
            Assert.Equal(new BigInteger(value).ToString(CultureInfo.InvariantCulture), FmeNumber.Format(value, new char[FmeNumber.MaxLength]).ToString());
        }
    }

    [Fact]
    public void The_culture_of_the_thread_does_not_count()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("de-AT") { NumberFormat = { NegativeSign = "minus", NumberDecimalSeparator = "," } };
            Assert.Equal("-1.5", Format(-1.5));
            Assert.Equal("-7", FmeNumber.Format(-7L, new char[FmeNumber.MaxLength]).ToString());
            Assert.True(FmeNumber.TryParse("-1.5", out double number));
            Assert.Equal(-1.5, number);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("1e400")]
    [InlineData("NaN")]
    [InlineData("1,5")]
    [InlineData("")]
    public void What_is_no_finite_number_is_not_read(string text) => Assert.False(FmeNumber.TryParse(text, out double _));

    private static string Format(double value) => FmeNumber.Format(value, new char[FmeNumber.MaxLength]).ToString();

    // Decimal digits and scale, without floating point: the number as a whole multiple of ten to the -400.
    private static BigInteger Exact(string text)
    {
        int exponentAt = text.IndexOf('E', StringComparison.Ordinal);
        int exponent = exponentAt < 0 ? 0 : int.Parse(text[(exponentAt + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        string digits = exponentAt < 0 ? text : text[..exponentAt];
        int point = digits.IndexOf('.', StringComparison.Ordinal);
        int decimals = point < 0 ? 0 : digits.Length - point - 1;
        return BigInteger.Parse(digits.Replace(".", "", StringComparison.Ordinal), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)
            * BigInteger.Pow(10, 400 + exponent - decimals);
    }
}
