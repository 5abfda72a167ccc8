using System;
using System.Text;

namespace FmeTyped.Schema.Naming;

/// <summary>
/// Makes a namespace of what a project has as its root namespace, which is the project's name where nobody says otherwise: my-app is
/// my_app and 2024-Import is _2024_Import, as the templates of .NET and Visual Studio write them.
/// </summary>
internal static class RootNamespace
{
    /// <summary>A namespace, with keywords unescaped; empty for an empty text.</summary>
    public static string From(string text)
    {
        string trimmed = text.Trim();
        if (trimmed.Length == 0 || CSharpIdentifier.IsValidPath(trimmed))
        {
            return trimmed;
        }

        string[] parts = trimmed.Split('.');
        for (int i = 0; i < parts.Length; i++)
        {
            parts[i] = Part(parts[i]);
        }

        return string.Join(".", parts);
    }

    private static string Part(string text)
    {
        // An @ is how C# writes a keyword as a name; it is not part of the name.
        string unescaped = text.StartsWith("@", StringComparison.Ordinal) ? text.Substring(1) : text;
        if (CSharpIdentifier.IsValid(unescaped))
        {
            return unescaped;
        }

        var name = new StringBuilder();
        for (int i = 0; i < unescaped.Length; i++)
        {
            name.Append(CSharpIdentifier.CanHave(unescaped[i]) ? unescaped[i] : '_');

            // The two halves of a character that has no place in a name are one character.
            if (char.IsSurrogatePair(unescaped, i))
            {
                i++;
            }
        }

        string made = name.ToString();
        return CSharpIdentifier.IsValid(made) ? made : "_" + made;
    }
}
