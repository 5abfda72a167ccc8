using System.Globalization;
using FmeTyped.Schema.Facts;
using FmeTyped.Schema.Naming;

namespace FmeTyped.Tool.Documents;

/// <summary>Names of files or folders for repositories and workspaces. File systems allow few characters, and some ignore case.</summary>
internal static class FileNames
{
    // Far below the limits of file systems, which some count in bytes: a letter has up to three.
    private const int MostCharacters = 70;

    public static IReadOnlyDictionary<string, string> From(IEnumerable<string> originals, string extension)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (string original in originals.Order(StringComparer.Ordinal))
        {
            string readable = string.Concat(original.Select(c => char.IsLetterOrDigit(c) || c is '-' or '_' ? c : '-'));
            string start = readable.Length > MostCharacters ? readable[..MostCharacters] : readable;
            string name = start == original && !ReservedFileNames.Contains(start) && taken.Add(start)
                ? start
                : $"{start}-{StableHash.From(original).ToString("x8", CultureInfo.InvariantCulture)}";
            names.Add(original, name + extension);
        }

        return names;
    }
}
