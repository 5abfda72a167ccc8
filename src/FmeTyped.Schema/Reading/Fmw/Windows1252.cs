namespace FmeTyped.Schema.Reading.Fmw;

/// <summary>
/// Decodes windows-1252, which is Latin-1 but for the bytes 80 to 9F. The framework has it in a package of its own only, and this
/// project has no package.
/// </summary>
internal static class Windows1252
{
    // The five bytes that stand for nothing become the control characters of Latin-1, as browsers have it.
    private const string From80To9F =
        "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F"
        + "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    public static string Decode(byte[] content, int start, int length)
    {
        var characters = new char[length];
        for (int i = 0; i < length; i++)
        {
            byte code = content[start + i];
            characters[i] = code is >= 0x80 and <= 0x9F ? From80To9F[code - 0x80] : (char)code;
        }

        return new string(characters);
    }
}
