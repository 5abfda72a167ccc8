namespace FmeTyped;

/// <summary>
/// What one parameter value uploads from this machine: a file with its siblings, a stream, or a folder. It is uploaded before the
/// submission, and not read earlier. Compared by value, so that a file that occurs twice in a request is uploaded once.
/// </summary>
/// <param name="Name">The name of the file or folder that becomes the parameter's value.</param>
internal abstract record LocalFiles(string Name)
{
    /// <summary>Why it cannot be uploaded, as far as that is known in advance; null if no reason is known.</summary>
    public abstract string? FindProblem();

    /// <summary>Reads the files to upload, as they are now.</summary>
    public abstract IReadOnlyList<LocalContent> List();

    /// <summary>Returns the name, never a path or the content.</summary>
    public sealed override string ToString() => Name;
}
