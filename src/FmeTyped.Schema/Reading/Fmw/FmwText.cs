using System;
using System.Text;
using FmeTyped.Schema.Json;
using FmeTyped.Schema.Rules;

namespace FmeTyped.Schema.Reading.Fmw;

/// <summary>
/// Decodes the header of a workspace file in the encoding that its first line declares. The mapping file behind the header is left
/// alone: nothing of the caller's is there, and its bytes need not be of the same encoding.
/// </summary>
internal static class FmwText
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The header's text, without a byte order mark; null, with a problem, where it cannot be decoded.</summary>
    public static string? Decode(byte[] content, string fileName, ReadingContext context)
    {
        int start = ByteText.StartOf(content);
        int length = EndOfHeader(content, start) - start;
        string encoding = DeclaredEncoding(content, start);
        switch (encoding.ToUpperInvariant())
        {
            case "UTF-8":
                return DecodeUtf8(content, start, length, fileName, context);
            case "WINDOWS-1252":
                return Windows1252.Decode(content, start, length);
            case "ISO-8859-1":
                return Latin1(content, start, length);
            default:
                context.Report(
                    SchemaRules.UnreadableWorkspaceFile,
                    new TextSpan(0, 0),
                    fileName,
                    $"it is written in {encoding}, which is none of UTF-8, windows-1252 and iso-8859-1; open it in a current FME Workbench and save it again");
                return null;
        }
    }

    private static int EndOfHeader(byte[] content, int start)
    {
        foreach (string root in FmwHeader.Roots)
        {
            string closing = $"</{root}>";
            int place = ByteText.IndexOf(content, closing, start);
            if (place >= 0)
            {
                return place + closing.Length;
            }
        }

        return content.Length;
    }

    private static string DeclaredEncoding(byte[] content, int start)
    {
        const string Attribute = "encoding=\"";
        int endOfLine = ByteText.IndexOf(content, "\n", start);
        string firstLine = Latin1(content, start, (endOfLine < 0 ? content.Length : endOfLine) - start);
        int attribute = firstLine.IndexOf(Attribute, StringComparison.Ordinal);
        int value = attribute + Attribute.Length;
        int end = attribute < 0 ? -1 : firstLine.IndexOf('"', value);

        // XML that declares nothing is UTF-8.
        return end < 0 ? "UTF-8" : firstLine.Substring(value, end - value);
    }

    private static string? DecodeUtf8(byte[] content, int start, int length, string fileName, ReadingContext context)
    {
        try
        {
            return StrictUtf8.GetString(content, start, length);
        }
        catch (DecoderFallbackException fault)
        {
            int position = Encoding.UTF8.GetCharCount(content, start, Math.Min(Math.Max(fault.Index, 0), length));
            context.Report(
                SchemaRules.UnreadableWorkspaceFile,
                new TextSpan(position, 0),
                fileName,
                "it says that it is UTF-8, and here it is not; open it in FME Workbench and save it again");
            return null;
        }
    }

    private static string Latin1(byte[] content, int start, int length)
    {
        var characters = new char[length];
        for (int i = 0; i < length; i++)
        {
            characters[i] = (char)content[start + i];
        }

        return new string(characters);
    }
}
