namespace FmeTyped;

/// <summary>
/// Where the files of an untrusted archive go: below one folder, under names that every system has. Names that become the same are told apart by a number.
/// </summary>
/// <param name="folder">The folder, as a full path.</param>
internal sealed class ArchivePaths(string folder)
{
    // Some systems ignore case, so it does not tell files apart.
    private readonly Dictionary<string, string> _originals = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The full path of a file; null if its name leads out of the folder or is no path.</summary>
    /// <param name="name">Its name in the archive. Archives made on Windows may have backslashes.</param>
    /// <exception cref="IOException">A folder on the way is a link, or is no folder.</exception>
    public string? Find(string name)
    {
        if (name.Contains('\0', StringComparison.Ordinal) || name is ['/' or '\\', ..] or [_, ':', ..])
        {
            return null;
        }

        var steps = new List<string>();
        foreach (string step in name.Split('/', '\\').Where(step => step is not ("" or ".")))
        {
            if (step != "..")
            {
                steps.Add(step);
            }
            else if (steps.Count == 0)
            {
                return null;
            }
            else
            {
                steps.RemoveAt(steps.Count - 1);
            }
        }

        return steps.Count == 0 ? null : PathOf(steps);
    }

    private string PathOf(List<string> steps)
    {
        string path = folder;
        for (int i = 0; i < steps.Count; i++)
        {
            path = Distinct(path, steps[i], string.Join('/', steps.Take(i + 1)));
            if (i < steps.Count - 1 && new DirectoryInfo(path).LinkTarget is not null)
            {
                throw new IOException($"{path} is a link, and nothing is unpacked through it. Remove it, or unpack into another folder.");
            }
        }

        return path;
    }

    private string Distinct(string above, string step, string original)
    {
        string name = LocalFileName.From(step);
        string path = Path.Combine(above, name);
        for (int number = 2; !_originals.TryAdd(path, original) && _originals[path] != original; number++)
        {
            path = Path.Combine(above, LocalFileName.Numbered(name, number));
        }

        return path;
    }
}
