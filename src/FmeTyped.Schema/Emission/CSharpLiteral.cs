using System.Globalization;
using System.Text;

namespace FmeTyped.Schema.Emission;

/// <summary>Values as C# writes them.</summary>
internal static class CSharpLiteral
{
    public static string Of(bool value) => value ? "true" : "false";

    public static string Of(double value) => value.ToString("R", CultureInfo.InvariantCulture) + "D";

    public static string Of(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A regular string literal in printable ASCII, so that no text can end it, break its line or look like something else.</summary>
    public static string Of(string value)
    {
        var literal = new StringBuilder(value.Length + 2);
        literal.Append('"');
        foreach (char c in value)
        {
            switch (c)
            {
                case '"': literal.Append("\\\""); break;
                case '\\': literal.Append("\\\\"); break;
                case '\n': literal.Append("\\n"); break;
                case '\r': literal.Append("\\r"); break;
                case '\t': literal.Append("\\t"); break;
                case >= ' ' and <= '~': literal.Append(c); break;
                default: literal.Append("\\u").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture)); break;
            }
        }

        return literal.Append('"').ToString();
    }
}
