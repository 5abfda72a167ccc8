using System;
using System.Runtime.CompilerServices;
using System.Text;
using System.Threading;

namespace FmeTyped.Schema.Emission;

/// <summary>
/// Writes C# line by line, indented, with line feeds on every machine. An interpolated text is written piece by piece, as
/// <see cref="Pieces"/>, and never becomes a string of its own. The next file reuses the buffer.
/// </summary>
internal sealed class SourceWriter
{
    private const int IndentSize = 4;

    // Enough for files of several workspaces; a larger buffer is not kept.
    private const int MostKept = 1 << 20;

    private static char[]? s_kept;

    private char[] _buffer = Interlocked.Exchange(ref s_kept, null) ?? new char[1 << 14];
    private int _depth;
    private bool _startsLine = true;

    /// <summary>Latin 1, one byte a character. What takes two is left out.</summary>
    public static Encoding OneByte { get; } = Encoding.GetEncoding("iso-8859-1", new EncoderReplacementFallback(""), DecoderFallback.ExceptionFallback);

    /// <summary>How many characters are written.</summary>
    public int Length { get; private set; }

    public void Write(char character)
    {
        Reserve(1);
        _buffer[Length++] = character;
    }

    public void Write(string text) => Write(text, 0, text.Length);

    public void Write(string text, int start, int count)
    {
        Reserve(count);
        text.CopyTo(start, _buffer, Length, count);
        Length += count;
    }

    /// <summary>A number that is not negative.</summary>
    public void Write(int number)
    {
        if (number >= 10)
        {
            Write(number / 10);
        }

        Write((char)('0' + (number % 10)));
    }

    // When one of these is called, the pieces have already been written.
    public SourceWriter Write([InterpolatedStringHandlerArgument("")] ref Pieces pieces) => this;

    public void Line()
    {
        // An empty line has no indentation.
        _startsLine = false;
        Write('\n');
        _startsLine = true;
    }

    public void Line(string line)
    {
        Write(line);
        Line();
    }

    public void Line([InterpolatedStringHandlerArgument("")] ref Pieces line) => Line();

    public void Open(string line)
    {
        Line(line);
        OpenBrace();
    }

    public void Open([InterpolatedStringHandlerArgument("")] ref Pieces line)
    {
        Line();
        OpenBrace();
    }

    public void Close(string end = "}")
    {
        _depth--;
        Line(end);
    }

    /// <summary>Ends a line in what is written, and starts the next one with a text. It is as deep as the current line.</summary>
    public void InsertLine(int position, string text)
    {
        int indent = _depth * IndentSize;
        int count = 1 + indent + text.Length;
        Reserve(count);
        Array.Copy(_buffer, position, _buffer, position + count, Length - position);
        Length += count;
        _buffer[position++] = '\n';
        for (int i = 0; i < indent; i++)
        {
            _buffer[position++] = ' ';
        }

        text.CopyTo(0, _buffer, position, text.Length);
    }

    /// <summary>Takes back what was written after a place within a line.</summary>
    public void CutBack(int length)
    {
        Length = length;
        _startsLine = false;
    }

    /// <summary>Copies what is written, one byte a character; false if a character takes two.</summary>
    public bool TryCopyTo(byte[] target) => OneByte.GetBytes(_buffer, 0, Length, target, 0) == Length;

    public override string ToString() => new(_buffer, 0, Length);

    /// <summary>Passes the buffer to the next writer. This one must not be used any more.</summary>
    public void Free()
    {
        if (_buffer.Length <= MostKept)
        {
            s_kept = _buffer;
        }

        _buffer = [];
    }

    private void OpenBrace()
    {
        Line("{");
        _depth++;
    }

    private void Reserve(int count)
    {
        if (_startsLine)
        {
            Indent();
        }

        if (Length + count > _buffer.Length)
        {
            Grow(count);
        }
    }

    private void Indent()
    {
        _startsLine = false;
        int end = Length + (_depth * IndentSize);
        if (end > _buffer.Length)
        {
            Grow(end - Length);
        }

        for (; Length < end; Length++)
        {
            _buffer[Length] = ' ';
        }
    }

    private void Grow(int count) => Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, Length + count));

    /// <summary>A part of a line that is written as something else than it is held.</summary>
    public interface IPiece
    {
        void WriteTo(SourceWriter writer);
    }

    /// <summary>What the compiler makes of an interpolated text that is given to a writer: one call a piece.</summary>
    [InterpolatedStringHandler]
    public readonly ref struct Pieces
    {
        private readonly SourceWriter _writer;

        public Pieces(int literalLength, int formattedCount, SourceWriter writer) => _writer = writer;

        public void AppendLiteral(string text) => _writer.Write(text);

        public void AppendFormatted(string text) => _writer.Write(text);

        public void AppendFormatted(int number) => _writer.Write(number);

        public void AppendFormatted<T>(T piece)
            where T : struct, IPiece => piece.WriteTo(_writer);
    }
}
