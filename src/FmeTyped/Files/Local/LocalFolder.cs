namespace FmeTyped;

/// <summary>A folder of this machine with all its contents, to be uploaded file by file.</summary>
/// <param name="FullPath">Where it is.</param>
internal sealed record LocalFolder(string FullPath) : LocalFiles(FolderTree.NameOf(FullPath))
{
    public override string? FindProblem() => FolderTree.FindProblem(FullPath);

    public override IReadOnlyList<LocalContent> List() =>
        [.. FolderTree.Files(FullPath).Select(file => LocalContent.OfFile(file.Path, file.Folder))];
}
