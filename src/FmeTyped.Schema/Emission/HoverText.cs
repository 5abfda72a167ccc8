using System.Globalization;
using FmeTyped.Schema.Facts;

namespace FmeTyped.Schema.Emission;

/// <summary>
/// The summary of a member, short enough to be read in an editor. It is written as it is added: our own text, and the texts, names and values of a
/// workspace, which are truncated if they are long. Lines that do not fit are taken back, and the last line then says where the full text is.
/// Between <see cref="Open"/> and <see cref="Close"/> it is that of one member, and then it can be opened for the next.
/// </summary>
internal sealed class HoverText
{
    /// <summary>The maximum number of lines of a summary.</summary>
    public const int MostLines = 12;

    /// <summary>The maximum number of visible characters.</summary>
    public const int MostCharacters = 600;

    private const int LineBreak = 1;
    private const string BeforePointer = "The pages of ";
    private const string Pointer = "fmetyped docs";
    private const string AfterPointer = " have all of it.";

    // Three points, since one character beyond U+00FF makes a generated file take twice the memory.
    private const string Ellipsis = "...";

    private readonly SourceWriter _writer;
    private int _start;
    private int _lines;
    private bool _isCut;

    // The line that is being written.
    private int _lineStart;
    private int _length;
    private bool _lineIsCut;

    public HoverText(SourceWriter writer) => _writer = writer;

    /// <summary>How many characters a further line may have.</summary>
    public int Left { get; private set; }

    /// <summary>Starts a summary.</summary>
    public HoverText Open()
    {
        _writer.Write("/// <summary>");
        _start = _writer.Length;
        _lines = 0;
        _isCut = false;
        Left = MostCharacters - BeforePointer.Length - Pointer.Length - AfterPointer.Length - LineBreak;
        return this;
    }

    /// <summary>Starts a line, which ends with <see cref="End"/>.</summary>
    public HoverText Line()
    {
        _lineStart = _writer.Length;
        _length = 0;
        _lineIsCut = false;
        if (_lines > 0)
        {
            _writer.Line();
            _writer.Write("/// <para>");
        }

        return this;
    }

    /// <summary>Ends a line, and keeps it if there is room for it.</summary>
    public void End()
    {
        bool fits = _length <= Left && _lines < MostLines - 1;
        _isCut |= _lineIsCut || !fits;
        if (fits)
        {
            Left -= _length + LineBreak;
            EndLine();
        }
        else
        {
            _writer.CutBack(_lineStart);
        }
    }

    /// <summary>Adds our own text, which may contain markup.</summary>
    public HoverText Add(string words)
    {
        _length += words.Length;
        _writer.Write(words);
        return this;
    }

    /// <summary>Adds a text with any content. Characters that turn the direction of writing, or steer a terminal, are shown as their code points.</summary>
    /// <param name="text">The text.</param>
    /// <param name="most">How many characters of it are shown at most.</param>
    public HoverText AddText(string text, int most)
    {
        _writer.Write($"{DocComment.Text(Shown(text, most))}");
        return this;
    }

    /// <summary>Adds a name or a value.</summary>
    /// <param name="text">The name or value.</param>
    /// <param name="most">How many characters of it are shown at most.</param>
    public HoverText AddCode(string text, int most)
    {
        _writer.Write($"{DocComment.Code(Shown(text, most))}");
        return this;
    }

    /// <summary>Says how many of several are left out.</summary>
    public HoverText AddMore(int count, bool isAll = false)
    {
        _lineIsCut = true;
        string number = count.ToString(CultureInfo.InvariantCulture);
        return Add(isAll ? $"{number} of them" : $" and {number} more");
    }

    /// <summary>Where the line is, to return to.</summary>
    public Mark MarkHere() => new(_writer.Length, _length, _lineIsCut);

    /// <summary>Whether the line still fits with some more characters.</summary>
    public bool HasRoom(int more) => _length + more <= Left;

    /// <summary>Takes back what was added to the line after a place.</summary>
    public void CutBack(Mark mark)
    {
        _writer.CutBack(mark.Written);
        _length = mark.Length;
        _lineIsCut = mark.IsCut;
    }

    /// <summary>Ends the summary.</summary>
    public void Close()
    {
        if (_isCut)
        {
            Line().Add(BeforePointer).AddCode(Pointer, Pointer.Length).Add(AfterPointer).EndLine();
        }

        if (_lines > 1)
        {
            _writer.Line();
            _writer.Write("/// ");
        }

        _writer.Line("</summary>");
    }

    private void EndLine()
    {
        if (_lines > 0)
        {
            _writer.Write("</para>");
        }

        if (_lines == 1)
        {
            // One line of text is on the line of the tags, several are below it.
            _writer.InsertLine(_start, "/// ");
        }

        _lines++;
    }

    // Cut between words, if there is a space in the second half.
    private string Shown(string text, int most)
    {
        string shown = ControlCharacters.Show(text);
        if (shown.Length > most)
        {
            _lineIsCut = true;
            int end = most - Ellipsis.Length;
            int blank = shown.LastIndexOf(' ', end);
            end = blank > most / 2 ? blank : char.IsHighSurrogate(shown[end - 1]) ? end - 1 : end;
            shown = shown.Substring(0, end) + Ellipsis;
        }

        _length += shown.Length;
        return shown;
    }

    /// <summary>A place in a line.</summary>
    public readonly record struct Mark(int Written, int Length, bool IsCut);
}
