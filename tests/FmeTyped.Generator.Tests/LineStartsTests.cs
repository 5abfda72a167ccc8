using CsCheck;
using Microsoft.CodeAnalysis.Text;

namespace FmeTyped.Generator.Tests;

public class LineStartsTests
{
    private static readonly Gen<string> Text = Gen.String[Gen.Char["ab\r\n\u0085\u2028\u2029\v"], 0, 20];

    [Fact]
    public void Every_position_is_on_the_line_that_the_compiler_has_it_on() => Gen.Select(Text, Text).Sample((first, second) =>
    {
        var lines = new LineStarts();
        foreach (string text in (string[])[first, second])
        {
            // Behind the text is what a longer text left there.
            lines.Fill((text + "\n").ToCharArray(), text.Length);

            TextLineCollection expected = SourceText.From(text).Lines;
            Assert.All(Enumerable.Range(0, text.Length + 1), index => Assert.Equal(expected.GetLinePosition(index), lines.PositionOf(index)));
        }
    });
}
