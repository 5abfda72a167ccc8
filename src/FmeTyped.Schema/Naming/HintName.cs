using System.Globalization;
using System.Text;
using FmeTyped.Schema.Facts;

namespace FmeTyped.Schema.Naming;

/// <summary>Names of generated files. They are compared without case and end up in file systems, so characters are few and length is bounded.</summary>
internal static class HintName
{
    private const int MaxReadable = 100;

    public static string From(TypeName type)
    {
        string full = $"{type.Namespace}.{type.Name}";
        var readable = new StringBuilder();
        foreach (char c in full)
        {
            readable.Append(c is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= '0' and <= '9') or '.' or '_' ? c : '_');
        }

        if (ReservedFileNames.Contains(readable.ToString()))
        {
            readable.Insert(0, '_');
        }

        bool isExact = readable.Length <= MaxReadable && readable.ToString() == full;
        if (readable.Length > MaxReadable)
        {
            readable.Remove(0, readable.Length - MaxReadable);
        }

        // Letters that were replaced and a start that was cut off may have told two types apart; type names differ by more than case.
        return isExact ? $"{readable}.g.cs" : $"{readable}.{StableHash.From(full).ToString("x8", CultureInfo.InvariantCulture)}.g.cs";
    }
}
