using System;
using System.Collections.Generic;

namespace FmeTyped.Schema.Emission;

/// <summary>The C# keywords that can be names only with a leading @. A test compares them with the compiler's own list.</summary>
internal static class CSharpKeyword
{
    public static IReadOnlyCollection<string> Reserved { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const", "continue",
        "decimal", "default", "delegate", "do", "double", "else", "enum", "event", "explicit", "extern", "false", "finally",
        "fixed", "float", "for", "foreach", "goto", "if", "implicit", "in", "int", "interface", "internal", "is", "lock", "long",
        "namespace", "new", "null", "object", "operator", "out", "override", "params", "private", "protected", "public",
        "readonly", "ref", "return", "sbyte", "sealed", "short", "sizeof", "stackalloc", "static", "string", "struct", "switch",
        "this", "throw", "true", "try", "typeof", "uint", "ulong", "unchecked", "unsafe", "ushort", "using", "virtual", "void",
        "volatile", "while", "__arglist", "__makeref", "__reftype", "__refvalue",
    };

    // Contextual keywords that are keywords where generated names are used.
    private static readonly HashSet<string> Contextual = new(StringComparer.Ordinal)
    {
        "field", "file", "init", "partial", "record", "required", "scoped", "value", "var", "where", "with", "yield",
    };

    /// <summary>The name of a type. The compiler warns about names in lower case, which a later C# may use as keywords.</summary>
    public static string EscapeType(string name)
    {
        foreach (char c in name)
        {
            if (c is not (>= 'a' and <= 'z'))
            {
                return Escape(name);
            }
        }

        return "@" + name;
    }

    public static string Escape(string name) =>
        ((HashSet<string>)Reserved).Contains(name) || Contextual.Contains(name) ? "@" + name : name;
}
