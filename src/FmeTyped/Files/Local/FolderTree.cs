namespace FmeTyped;

/// <summary>The files below a folder, in a fixed order. Links to folders are not followed, because they could form a cycle.</summary>
internal static class FolderTree
{
    public static string NameOf(string fullPath) => Path.GetFileName(Path.TrimEndingDirectorySeparator(fullPath));

    public static string? FindProblem(string fullPath)
    {
        if (NameOf(fullPath).Length == 0)
        {
            return "names the root of a drive, which has no name. Name a folder.";
        }

        try
        {
            string? bad = Files(fullPath)
                .SelectMany(file => file.Folder.Split('/', StringSplitOptions.RemoveEmptyEntries).Append(Path.GetFileName(file.Path)))
                .Prepend(NameOf(fullPath))
                .FirstOrDefault(name => FileName.FindFault(name) is not null);
            if (bad is not null)
            {
                return $"names a folder with something that cannot be uploaded: the name '{FileName.Display(bad)}' {FileName.FindFault(bad)}";
            }

            return Files(fullPath).Any() ? null : $"names a folder, {NameOf(fullPath)}, without any file in it.";
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return $"names a folder that cannot be read: {exception.Message}";
        }
    }

    /// <summary>The files, each with the path of its folder below the root, separated by slashes.</summary>
    public static IEnumerable<(string Path, string Folder)> Files(string fullPath) => Files(fullPath, "");

    public static string Join(string folder, string name) => folder.Length == 0 ? name : $"{folder}/{name}";

    private static IEnumerable<(string Path, string Folder)> Files(string directory, string folder)
    {
        foreach (string file in Directory.EnumerateFiles(directory).Order(StringComparer.Ordinal))
        {
            yield return (file, folder);
        }

        foreach (string below in Directory.EnumerateDirectories(directory).Order(StringComparer.Ordinal))
        {
            if (new DirectoryInfo(below).LinkTarget is not null)
            {
                continue;
            }

            foreach ((string, string) file in Files(below, Join(folder, Path.GetFileName(below))))
            {
                yield return file;
            }
        }
    }
}
