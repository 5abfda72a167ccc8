using System.Collections.Generic;
using Microsoft.CodeAnalysis.Text;

namespace FmeTyped.Generator;

/// <summary>Where the lines of a text start. It has the line breaks of a SourceText, and can be filled again for the next text.</summary>
internal sealed class LineStarts
{
    private readonly List<int> _starts = [];

    /// <param name="text">The text.</param>
    /// <param name="length">How many characters of it are read.</param>
    public void Fill(char[] text, int length)
    {
        _starts.Clear();
        _starts.Add(0);
        for (int i = 0; i < length; i++)
        {
            bool isBreak = text[i] is '\n' or '\u0085' or '\u2028' or '\u2029' || (text[i] == '\r' && !(i + 1 < length && text[i + 1] == '\n'));
            if (isBreak)
            {
                _starts.Add(i + 1);
            }
        }
    }

    public LinePosition PositionOf(int index)
    {
        int found = _starts.BinarySearch(index);
        int line = found >= 0 ? found : ~found - 1;
        return new LinePosition(line, index - _starts[line]);
    }
}
