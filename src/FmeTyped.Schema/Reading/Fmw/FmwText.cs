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

    /// <summary>Decodes the header, without a byte order mark. Where that fails, a problem says so, and the text ends where the damage begins.</summary>
    public static bool TryDecode(byte[] content, string fileName, ReadingContext context, out string text)
    {
        int start = ByteText.StartOf(content);
        int length = EndOfHeader(content, start) - start;
        string encoding = DeclaredEncoding(content, start);
        switch (encoding.ToUpperInvariant())
        {
            case "UTF-8":
                return TryDecodeUtf8(content, start, length, fileName, context, out text);
            case "WINDOWS-1252":
                text = Windows1252.Decode(content, start, length);
                return true;
            case "ISO-8859-1":
                text = Latin1(content, start, length);
                return true;
            default:
                context.Report(
                    SchemaRules.UnreadableWorkspaceFile,
                    new TextSpan(0, 0),
                    fileName,
                    $"it is written in {encoding}, which is none of UTF-8, windows-1252 and iso-8859-1; open it in a current FME Workbench and save it again");
                text = "";
                return false;
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

    private static bool TryDecodeUtf8(byte[] content, int start, int length, string fileName, ReadingContext context, out string text)
    {
        try
        {
            text = StrictUtf8.GetString(content, start, length);
            return true;
        }
        catch (DecoderFallbackException fault)
        {
            text = Encoding.UTF8.GetString(content, start, Math.Min(Math.Max(fault.Index, 0), length));
            context.Report(
                SchemaRules.UnreadableWorkspaceFile,
                new TextSpan(text.Length, 0),
                fileName,
                "it says that it is UTF-8, and here it is not; open it in FME Workbench and save it again");
            return false;
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
