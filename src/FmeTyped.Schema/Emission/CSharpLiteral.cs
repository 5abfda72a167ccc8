using System.Globalization;

namespace FmeTyped.Schema.Emission;

/// <summary>Writes values as C# literals.</summary>
internal static class CSharpLiteral
{
    public static string From(double value) => value.ToString("R", CultureInfo.InvariantCulture) + "D";

    /// <summary>A regular string literal in printable ASCII, so that no text can end it, break its line or look like something else.</summary>
    public static StringLiteral From(string value) => new(value);
}

/// <summary>Writes a text as a C# literal.</summary>
internal readonly struct StringLiteral(string value) : SourceWriter.IPiece
{
    public void WriteTo(SourceWriter writer)
    {
        writer.Write('"');
        int written = 0;
        for (int i = 0; i < value.Length; i++)
        {
            char c = value[i];
            if (c is >= ' ' and <= '~' and not ('"' or '\\'))
            {
                continue;
            }

            writer.Write(value, written, i - written);
            writer.Write(Escaped(c));
            written = i + 1;
        }

        writer.Write(value, written, value.Length - written);
        writer.Write('"');
    }

    public override string ToString()
    {
        var writer = new SourceWriter();
        WriteTo(writer);
        string literal = writer.ToString();
        writer.Free();
        return literal;
    }

    private static string Escaped(char c) => c switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        _ => "\\u" + ((int)c).ToString("X4", CultureInfo.InvariantCulture),
    };
}
