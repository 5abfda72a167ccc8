namespace FmeTyped;

/// <summary>Resolves the links in a path, as the operating system does: a link is relative to the folder that contains it.</summary>
internal static class LinkedFile
{
    // The limit of Linux.
    private const int MostLinks = 40;

    private static readonly char[] Separators = [Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar];

    /// <summary>The full path of the file, without links. The file need not exist.</summary>
    /// <exception cref="IOException">The links form a cycle, or lead to something that is neither a file nor a folder.</exception>
    public static string Resolve(string path)
    {
        // Such as /dev/stdout, whose links end in a pipe without a name.
        if (LinuxFile.Find(path) is { IsRegular: false } && !Directory.Exists(path))
        {
            throw new IOException($"{path} is a device, a pipe or the like, and not a file.");
        }

        string full = Path.GetFullPath(path);
        string found = Path.GetPathRoot(full)!;
        var steps = new Stack<string>();
        Push(steps, full);
        int links = 0;
        while (steps.TryPop(out string? step))
        {
            string next = Path.Join(found, step);
            if (step == "..")
            {
                found = Path.GetDirectoryName(found) ?? found;
            }
            else if (new FileInfo(next).LinkTarget is not { } target)
            {
                found = next;
            }
            else if (++links > MostLinks)
            {
                throw new IOException($"{path} cannot be reached: its links form a cycle.");
            }
            else
            {
                found = Path.IsPathRooted(target) ? Path.GetPathRoot(Path.GetFullPath(target, found))! : found;
                Push(steps, target);
            }
        }

        return found;
    }

    private static void Push(Stack<string> steps, string path)
    {
        string[] parts = path[(Path.GetPathRoot(path)?.Length ?? 0)..].Split(Separators, StringSplitOptions.RemoveEmptyEntries);
        foreach (string part in parts.Where(part => part != ".").Reverse())
        {
            steps.Push(part);
        }
    }
}
