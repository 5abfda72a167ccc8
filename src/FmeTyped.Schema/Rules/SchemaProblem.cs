using System.Globalization;
using FmeTyped.Schema.Facts;
using FmeTyped.Schema.Json;
using FmeTyped.Schema.Model;

namespace FmeTyped.Schema.Rules;

/// <summary>A violated rule and its location in the file.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Span">The location.</param>
/// <param name="Arguments">The arguments of the message.</param>
internal sealed record SchemaProblem(SchemaRule Rule, TextSpan Span, EquatableArray<string> Arguments)
{
    /// <summary>The message, on one line: it is printed by compilers and the tool, and names in it are those of a server.</summary>
    public string Message => string.Format(CultureInfo.InvariantCulture, Rule.Message, ShownArguments());

    /// <summary>The arguments as the message shows them.</summary>
    public object[] ShownArguments()
    {
        var shown = new object[Arguments.Count];
        for (int i = 0; i < shown.Length; i++)
        {
            shown[i] = ControlCharacters.ShowOnOneLine(Arguments[i]);
        }

        return shown;
    }
}
