using FmeTyped.Tool.Terminal;
using Microsoft.Extensions.FileSystemGlobbing;

namespace FmeTyped.Tool.Sources;

/// <summary>Finds the files that the user means by files, folders and patterns such as <c>**/*.fmw</c>, which not every shell resolves.</summary>
internal static class InputFiles
{
    private static readonly EnumerationOptions InFolders = new() { RecurseSubdirectories = true };

    /// <summary>The files, each once, in ordinal order.</summary>
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
            : throw new ToolException($"There is no file or folder {input}.");
        string[] found = [.. files];
        return found.Length > 0 ? found : throw new ToolException($"{input} has no file to import: .fmw files, or .json files with answers of the server.");
    }

    // Schema files are what is made of the inputs, and likely to lie beside them.
    private static bool IsInput(string file) =>
        file.EndsWith(".fmw", StringComparison.OrdinalIgnoreCase)
        || (file.EndsWith(".json", StringComparison.OrdinalIgnoreCase) && !file.EndsWith("workspaces.json", StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<string> Match(string pattern)
    {
        int folder = pattern.LastIndexOf('/', pattern.AsSpan().IndexOfAny('*', '?'));
        string root = folder < 0 ? "." : folder == 0 ? "/" : pattern[..folder];
        var matcher = new Matcher(StringComparison.Ordinal);
        matcher.AddInclude(pattern[(folder + 1)..]);
        return !Directory.Exists(root) ? [] : matcher.GetResultsInFullPath(root).Select(file => folder < 0 ? Path.GetRelativePath(root, file) : Path.Combine(root, Path.GetRelativePath(root, file)));
    }
}
