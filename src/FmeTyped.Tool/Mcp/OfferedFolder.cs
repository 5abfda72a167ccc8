namespace FmeTyped.Tool.Mcp;

/// <summary>The folder whose files a model may name: by their paths in it, and nothing outside it, by links neither.</summary>
/// <param name="path">The folder.</param>
internal sealed class OfferedFolder(string path)
{
    /// <summary>The file; null if the folder has no such file.</summary>
    public FmeFile? Find(string reference)
    {
        string[] names = reference.Split('/', '\\');
        if (reference.AsSpan().ContainsAny('\0', ':') || names.Any(name => name is "" or "." or ".."))
        {
            return null;
        }

        string found = Path.GetFullPath(path);
        foreach (string name in names)
        {
            found = Path.Combine(found, name);
            if (new FileInfo(found).LinkTarget is not null)
            {
                return null;
            }
        }

        return File.Exists(found) ? FmeFile.FromPath(found) : null;
    }
}
