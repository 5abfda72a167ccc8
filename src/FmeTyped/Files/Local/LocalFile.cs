namespace FmeTyped;

/// <summary>A file of this machine, with its siblings.</summary>
/// <param name="FullPath">Where it is.</param>
internal sealed record LocalFile(string FullPath) : LocalFiles(Path.GetFileName(FullPath))
{
    public override string? FindProblem()
    {
        if (FileName.FindFault(Name) is { } fault)
        {
            return $"names a file that cannot be uploaded: its name {fault}";
        }

        try
        {
            // Opening it is the only way to know whether it can be read.
            using (File.OpenHandle(FullPath))
            {
                return FileSiblings.FindProblem(Name, FileSiblings.From(FullPath).Select(Path.GetFileName));
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Directory.Exists(FullPath)
                ? $"names a folder, {Name}, as if it were a file. Use FmeFile.FromFolder to send it zipped, or FmeFolder.FromPath."
                : $"names a file that cannot be read: {exception.Message}";
        }
    }

    public override IReadOnlyList<LocalContent> List() =>
        [LocalContent.OfFile(FullPath), .. FileSiblings.From(FullPath).Select(sibling => LocalContent.OfFile(sibling))];
}
