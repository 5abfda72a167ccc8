using System.IO;
using System.Text;
using FmeTyped.Schema.Emission;
using FmeTyped.Schema.Model;
using Microsoft.CodeAnalysis.Text;

namespace FmeTyped.Generator;

/// <summary>Generated files as the compiler reads them: from the writer's buffer, without an intermediate string.</summary>
internal static class GeneratedText
{
    public static SourceText From(EquatableArray<NamedWorkspace> workspaces)
    {
        var writer = new SourceWriter();
        SourceFileEmitter.Write(writer, workspaces);
        using var reader = new Reader(writer);
        var text = SourceText.From(reader, writer.Length, Encoding.UTF8);
        writer.Free();
        return text;
    }

    // The compiler stores long texts in its own chunks, and reads short ones as a whole.
    private sealed class Reader(SourceWriter writer) : TextReader
    {
        private int _position;

        public override int Peek() => _position < writer.Length ? writer[_position] : -1;

        public override int Read() => _position < writer.Length ? writer[_position++] : -1;

        public override int Read(char[] buffer, int index, int count)
        {
            int read = System.Math.Min(count, writer.Length - _position);
            writer.CopyTo(_position, buffer, index, read);
            _position += read;
            return read;
        }

        public override string ReadToEnd() => writer.ToString();
    }
}
