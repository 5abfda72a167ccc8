namespace FmeTyped;

/// <summary>
/// What one value of a parameter brings along from this machine: a file with its siblings, a stream, a folder. It is uploaded before the
/// submission; nothing is read before. Compared by value, so that what occurs twice in a request is uploaded once.
/// </summary>
/// <param name="Name">The name of the file or folder that the parameter is to hold.</param>
internal abstract record LocalFiles(string Name)
{
    /// <summary>Why it cannot be uploaded, as far as that can be told before; null where nothing speaks against it.</summary>
    public abstract string? FindProblem();

    /// <summary>The files to upload, as they are now.</summary>
    public abstract IReadOnlyList<LocalContent> List();

    /// <summary>The name, never a path or the content.</summary>
    public sealed override string ToString() => Name;
}
