namespace FmeTyped;

/// <summary>
/// A file that a new one replaces. The new file keeps its mode, and on Linux its owner and group
/// if the process may set them. Only a regular file is replaced.
/// </summary>
internal static class ReplacedFile
{
    /// <summary>Creates the new file, empty, under a temporary name.</summary>
    /// <param name="path">The temporary name.</param>
    /// <param name="target">The file to replace, if there is one. A link itself is replaced; <see cref="LinkedFile"/> follows it.</param>
    /// <param name="options">How the new file is opened.</param>
    /// <exception cref="IOException">The target is not a regular file, or the new file cannot be created.</exception>
    public static FileStream CreateNew(string path, string target, FileStreamOptions options)
    {
        bool isLink = new FileInfo(target).LinkTarget is not null;
        LinuxFile? old = isLink ? null : LinuxFile.Find(target);
        if (!isLink && (old is { IsRegular: false } || Directory.Exists(target)))
        {
            string other = Directory.Exists(target) ? "folder" : "device, a pipe or the like";
            throw new IOException($"{target} cannot be written: it is a {other}, and not a file.");
        }

        options.Mode = FileMode.CreateNew;
        options.Access = FileAccess.Write;
        options.Share = FileShare.None;
        if (OperatingSystem.IsWindows() || isLink || !File.Exists(target))
        {
            return new FileStream(path, options);
        }

        // The file is still empty and nobody else may read it. Set the owner first, because changing it clears permissions.
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

    /// <summary>Gives the new file the name of the old one.</summary>
    /// <exception cref="IOException">The old file cannot be replaced: on Windows, while a program has it open.</exception>
    public static void Replace(string path, string target)
    {
        try
        {
            File.Move(path, target, overwrite: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // What the system says names the temporary file, or none.
            string open = OperatingSystem.IsWindows() ? ", perhaps because a program has it open" : "";
            throw new IOException($"{target} cannot be replaced{open}: {fault.Message}", fault);
        }
    }
}
