using System;

namespace FmeTyped.Schema.Model;

/// <summary>Recognizes defaults that exist only on the author's machine. Macros such as $(FME_MF_DIR) are resolved by the server and not examined.</summary>
internal static class AuthorsDefault
{
    /// <summary>Describes a default that a server is unlikely to have; null for all others.</summary>
    public static string? Describe(Parameter parameter)
    {
        bool mayBeOfAMachine = !parameter.IsDestination && parameter.Kind is (ParameterKind.File or ParameterKind.Folder or ParameterKind.Text);
        if (parameter.Default is not { IsBlank: false } found || !mayBeOfAMachine)
        {
            return null;
        }

        foreach (string item in found.Items)
        {
            string? words = IsPlaceholder(item) ? "a placeholder"
                : parameter.Kind == ParameterKind.Text ? null
                : HasDriveLetter(item) ? "a path with a drive letter"
                : IsInUserFolder(item) ? "a path in a user's folder"
                : null;
            if (words is not null)
            {
                return words;
            }
        }

        return null;
    }

    // <DESTINATION SCHEMA>: Workbench's placeholder for a value that the author must fill in.
    private static bool IsPlaceholder(string text)
    {
        if (text.Length < 3 || text[0] != '<' || text[text.Length - 1] != '>')
        {
            return false;
        }

        for (int i = 1; i < text.Length - 1; i++)
        {
            if (!(text[i] is (>= 'A' and <= 'Z') or (>= '0' and <= '9') or ' ' or '_'))
            {
                return false;
            }
        }

        return true;
    }

    private static bool HasDriveLetter(string path) =>
        path.Length > 2 && path[0] is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') && path[1] == ':' && path[2] is '\\' or '/';

    private static bool IsInUserFolder(string path) =>
        path.StartsWith("~/", StringComparison.Ordinal)
        || path.StartsWith("/Users/", StringComparison.Ordinal)
        || path.StartsWith("/home/", StringComparison.Ordinal);
}
