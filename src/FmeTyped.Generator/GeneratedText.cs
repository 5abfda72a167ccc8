using System.Text;
using FmeTyped.Schema.Emission;
using FmeTyped.Schema.Model;
using Microsoft.CodeAnalysis.Text;

namespace FmeTyped.Generator;

/// <summary>
/// A generated file as the compiler keeps it: one byte a character, half of what a string takes. A file with characters beyond U+00FF is a string.
/// </summary>
internal sealed class GeneratedText : SourceText
{
    private readonly byte[] _characters;

    private GeneratedText(byte[] characters) => _characters = characters;

    public static SourceText From(EquatableArray<NamedWorkspace> workspaces)
    {
        var writer = new SourceWriter();
        SourceFileEmitter.Write(writer, workspaces);
        byte[] characters = new byte[writer.Length];
        SourceText text = writer.TryCopyTo(characters) ? new GeneratedText(characters) : From(writer.ToString(), Encoding.UTF8);
        writer.Free();
        return text;
    }

    public override Encoding Encoding => Encoding.UTF8;

    public override int Length => _characters.Length;

    public override char this[int position] => (char)_characters[position];

    public override void CopyTo(int sourceIndex, char[] destination, int destinationIndex, int count) =>
        SourceWriter.OneByte.GetChars(_characters, sourceIndex, count, destination, destinationIndex);
}
