using System.Globalization;
using FmeTyped.Schema.Naming;

namespace FmeTyped.Tool.Documents;

/// <summary>The file name of a repository's page. File systems allow few characters, and some ignore case.</summary>
internal static class PageName
{
    public static IReadOnlyDictionary<string, string> From(IEnumerable<string> repositories)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (string repository in repositories.Order(StringComparer.Ordinal))
        {
            string readable = string.Concat(repository.Select(c => char.IsLetterOrDigit(c) || c is '-' or '_' ? c : '-'));
            bool isExact = readable == repository && taken.Add(readable);
            names.Add(repository, isExact ? $"{readable}.md" : $"{readable}-{StableHash.From(repository).ToString("x8", CultureInfo.InvariantCulture)}.md");
        }

        return names;
    }
}
