using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis.Text;

namespace FmeTyped.Generator;

/// <summary>
/// Where the lines of a text start, as far as it has been asked. It has the line breaks of a SourceText, and can begin again with the next text.
/// </summary>
internal sealed class LineStarts
{
    private readonly List<int> _starts = [];
    private char[] _text = [];
    private int _length;
    private int _read;

    /// <param name="text">The text, which must not change until the next one.</param>
    /// <param name="length">How many characters of it are read.</param>
    public void Begin(char[] text, int length)
    {
        _text = text;
        _length = length;
        _read = 0;
        _starts.Clear();
        _starts.Add(0);
    }

    public LinePosition PositionOf(int index)
    {
        ReadTo(Math.Min(index, _length));
        int found = _starts.BinarySearch(index);
        int line = found >= 0 ? found : ~found - 1;
        return new LinePosition(line, index - _starts[line]);
    }

    private void ReadTo(int index)
    {
        for (; _read < index; _read++)
        {
            bool isBreak = _text[_read] is '\n' or '\u0085' or '\u2028' or '\u2029'
                || (_text[_read] == '\r' && !(_read + 1 < _length && _text[_read + 1] == '\n'));
            if (isBreak)
            {
                _starts.Add(_read + 1);
            }
        }
    }
}
