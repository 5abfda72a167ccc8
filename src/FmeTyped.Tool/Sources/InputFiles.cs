using FmeTyped.Tool.Terminal;
using Microsoft.Extensions.FileSystemGlobbing;

namespace FmeTyped.Tool.Sources;

/// <summary>Finds the files for the given files, folders and patterns such as <c>**/*.fmw</c>, which not every shell expands.</summary>
internal static class InputFiles
{
    private const int MostNames = 10;

    private static readonly EnumerationOptions InFolders = new() { RecurseSubdirectories = true };

    /// <summary>The files, without duplicates, in ordinal order.</summary>
    /// <exception cref="ToolException">There is no such file.</exception>
    public static IReadOnlyList<string> Find(IEnumerable<string> inputs) =>
        [.. inputs.SelectMany(Find).DistinctBy(Path.GetFullPath).Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Find(string input)
    {
        if (File.Exists(input))
        {
            return [input];
        }

        bool isPattern = input.AsSpan().IndexOfAny('*', '?') >= 0;
        IEnumerable<string> files =
            Directory.Exists(input) ? Directory.EnumerateFiles(input, "*", InFolders).Where(IsInput)
            : isPattern ? Match(input.Replace('\\', '/'))
            : throw new ToolException($"{input} does not exist.");
        string[] found = [.. files];
        return found.Length > 0
            ? found
            : throw new ToolException($"{input} contains no files to import: .fmw or .fmwt files, or .json files with responses of the server.");
    }

    /// <summary>What the folders among the inputs hold beside files to import, in a sentence a folder; nothing where that is nothing.</summary>
    public static IEnumerable<string> DescribeSkipped(IEnumerable<string> inputs)
    {
        foreach (string folder in inputs.Where(input => !File.Exists(input) && Directory.Exists(input)).Distinct(StringComparer.Ordinal))
        {
            string[] skipped = [.. Directory.EnumerateFiles(folder, "*", InFolders).Where(file => !IsInput(file)).Order(StringComparer.Ordinal)];
            if (skipped.Length > 0)
            {
                string names = string.Join(", ", skipped.Take(MostNames).Select(file => Path.GetRelativePath(folder, file)));
                string more = skipped.Length > MostNames ? $" and {skipped.Length - MostNames} more" : "";
                yield return $"{folder}: skipped {names}{more}; only .fmw, .fmwt and .json files are read, and no schema files.";
            }
        }
    }

    // Schema files are the output of an import, and are often in the same folder.
    private static bool IsInput(string file) =>
        file.EndsWith(".fmw", StringComparison.OrdinalIgnoreCase)
        || file.EndsWith(".fmwt", StringComparison.OrdinalIgnoreCase)
        || (file.EndsWith(".json", StringComparison.OrdinalIgnoreCase) && !file.EndsWith("workspaces.json", StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<string> Match(string pattern)
    {
        int folder = pattern.LastIndexOf('/', pattern.AsSpan().IndexOfAny('*', '?'));
        string root = folder < 0 ? "." : folder == 0 ? "/" : pattern[..folder];
        var matcher = new Matcher(StringComparison.Ordinal);
        matcher.AddInclude(pattern[(folder + 1)..]);
        return !Directory.Exists(root) ? [] : matcher.GetResultsInFullPath(root).Select(file => folder < 0
            ? Path.GetRelativePath(root, file)
            : Path.Combine(root, Path.GetRelativePath(root, file)));
    }
}
