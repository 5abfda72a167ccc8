using System.Collections.Generic;

namespace FmeTyped.Schema.Emission;

/// <summary>
/// The summary of a member, short enough to be read in an editor. Lines that do not fit are left out, and the last line then says where the full text is.
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

    private readonly List<HoverLine> _lines = [];
    private bool _isCut;

    /// <summary>How many characters a further line may have.</summary>
    public int Left { get; private set; } = MostCharacters - BeforePointer.Length - Pointer.Length - AfterPointer.Length - LineBreak;

    /// <summary>Adds a line, if there is room for it.</summary>
    public void Add(HoverLine line)
    {
        bool fits = line.Length <= Left && _lines.Count < MostLines - 1;
        _isCut |= line.IsCut || !fits;
        if (fits)
        {
            _lines.Add(line);
            Left -= line.Length + LineBreak;
        }
    }

    /// <summary>Writes the summary; one line of text on one line of code.</summary>
    public void Write(SourceWriter writer)
    {
        if (_isCut)
        {
            _lines.Add(new HoverLine().Add(BeforePointer).AddCode(Pointer, Pointer.Length).Add(AfterPointer));
        }

        writer.Write("/// <summary>");
        if (_lines.Count == 1)
        {
            _lines[0].WriteTo(writer);
        }
        else
        {
            writer.Line();
            for (int i = 0; i < _lines.Count; i++)
            {
                writer.Write(i == 0 ? "/// " : "/// <para>");
                _lines[i].WriteTo(writer);
                writer.Line(i == 0 ? "" : "</para>");
            }

            writer.Write("/// ");
        }

        writer.Line("</summary>");
    }
}
