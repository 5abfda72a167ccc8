using Microsoft.CodeAnalysis.Text;

namespace FmeTyped.Generator.Tests;

public class LineStartsTests
{
    private const string Characters = "a\r\n\u0085\u2028\u2029";
    private const int MostCharacters = 4;

    [Fact]
    public void Every_position_is_on_the_line_that_the_compiler_has_it_on()
    {
        var lines = new LineStarts();
        foreach (string text in TextsAfter(""))
        {
            // Behind the text is what a longer text left there.
            lines.Begin((text + "\n").ToCharArray(), text.Length);

            TextLineCollection expected = SourceText.From(text).Lines;
            for (int index = 0; index <= text.Length; index++)
            {
                Assert.Equal(expected.GetLinePosition(index), lines.PositionOf(index));
            }
        }
    }

    // Every text of a few characters.
    private static IEnumerable<string> TextsAfter(string start) =>
        start.Length == MostCharacters ? [start] : Characters.SelectMany(next => TextsAfter(start + next)).Prepend(start);
}
