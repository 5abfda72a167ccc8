namespace FmeTyped;

/// <summary>
/// The file whose place another one is to take: who may read and write it may do so with the new one, and on Linux its owner and group stay
/// where the process may set them. What is no file is not replaced.
/// </summary>
internal static class ReplacedFile
{
    /// <summary>Makes the new file, empty, under a name of its own.</summary>
    /// <param name="path">The name of its own.</param>
    /// <param name="target">The file whose place it is to take, if there is one. A link is replaced itself; <see cref="LinkedFile"/> follows it.</param>
    /// <param name="options">How the new file is written.</param>
    /// <exception cref="IOException">What is there is no file, or the new one cannot be made.</exception>
    public static FileStream CreateNew(string path, string target, FileStreamOptions options)
    {
        bool isLink = new FileInfo(target).LinkTarget is not null;
        LinuxFile? old = isLink ? null : LinuxFile.Find(target);
        if (!isLink && (old is { IsRegular: false } || Directory.Exists(target)))
        {
            throw new IOException($"{target} cannot be written: it is {(Directory.Exists(target) ? "a folder" : "a device or the like")}, no file.");
        }

        options.Mode = FileMode.CreateNew;
        options.Access = FileAccess.Write;
        options.Share = FileShare.None;
        if (OperatingSystem.IsWindows() || isLink || !File.Exists(target))
        {
            return new FileStream(path, options);
        }

        // Empty still, and nobody else's to read: the owner comes first, since a new owner takes rights away.
        UnixFileMode mode = File.GetUnixFileMode(target);
        options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var file = new FileStream(path, options);
        old?.GiveOwnerTo(file.SafeFileHandle);
        if (File.GetUnixFileMode(file.SafeFileHandle) != mode)
        {
            File.SetUnixFileMode(file.SafeFileHandle, mode);
        }

        return file;
    }
}
