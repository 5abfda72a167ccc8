using System;
using System.Collections.Generic;
using System.Text;

namespace FmeTyped.Schema.Reading.Fmw;

/// <summary>
/// The XML in the header's lines, line for line, and the way back from a place in it to the text. Lines without <c>#!</c> hold the
/// command line that runs the workspace and can contain anything; they become empty.
/// </summary>
internal sealed class FmwHeaderLines
{
    private const string Mark = "#!";

    private readonly int _length;
    private readonly List<int> _starts = [];

    public FmwHeaderLines(string text)
    {
        _length = text.Length;
        var xml = new StringBuilder(text.Length);
        int start = 0;
        while (start < text.Length)
        {
            int end = text.IndexOfAny(['\r', '\n'], start);
            end = end < 0 ? text.Length : end;
            AddLine(text, start, end, xml);
            start = end + (end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n' ? 2 : 1);
        }

        Xml = xml.ToString();
    }

    public string Xml { get; }

    /// <summary>The place in the text of a line and column of the XML, which count from 1.</summary>
    public int PositionOf(int line, int column) =>
        line < 1 || line > _starts.Count ? _length : Math.Min(_length, _starts[line - 1] + Math.Max(0, column - 1));

    private void AddLine(string text, int start, int end, StringBuilder xml)
    {
        bool isXml = string.CompareOrdinal(text, start, Mark, 0, Mark.Length) == 0;
        int content = isXml ? start + Mark.Length : end;
        content += content < end && text[content] == ' ' ? 1 : 0;
        _starts.Add(content);

        // The declaration tells the encoding, which is settled by now; XML takes it on the very first line only.
        if (string.CompareOrdinal(text, content, "<?xml", 0, 5) != 0)
        {
            xml.Append(text, content, end - content);
        }

        xml.Append('\n');
    }
}
