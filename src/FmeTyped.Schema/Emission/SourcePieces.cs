using System.Runtime.CompilerServices;

namespace FmeTyped.Schema.Emission;

/// <summary>What the compiler makes of an interpolated text that is given to a <see cref="SourceWriter"/>: one call a piece.</summary>
[InterpolatedStringHandler]
internal readonly ref struct SourcePieces
{
    private readonly SourceWriter _writer;

    public SourcePieces(int literalLength, int formattedCount, SourceWriter writer) => _writer = writer;

    public void AppendLiteral(string text) => _writer.Write(text);

    public void AppendFormatted(string text) => _writer.Write(text);

    public void AppendFormatted(int number) => _writer.Write(number);

    public void AppendFormatted<T>(T piece)
        where T : struct, ISourcePiece => piece.WriteTo(_writer);
}

/// <summary>A part of a line that is written as something else than it is held.</summary>
internal interface ISourcePiece
{
    void WriteTo(SourceWriter writer);
}
