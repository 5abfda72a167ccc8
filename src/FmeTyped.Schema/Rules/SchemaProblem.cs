using System.Globalization;
using FmeTyped.Schema.Json;
using FmeTyped.Schema.Model;

namespace FmeTyped.Schema.Rules;

/// <summary>A violated rule and its location in the file.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Span">The location.</param>
/// <param name="Arguments">The arguments of the message.</param>
internal sealed record SchemaProblem(SchemaRule Rule, TextSpan Span, EquatableArray<string> Arguments)
{
    public string Message
    {
        get
        {
            var arguments = new object[Arguments.Count];
            for (int i = 0; i < arguments.Length; i++)
            {
                arguments[i] = Arguments[i];
            }

            return string.Format(CultureInfo.InvariantCulture, Rule.Message, arguments);
        }
    }
}
