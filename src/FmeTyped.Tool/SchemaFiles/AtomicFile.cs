using System.Security.Cryptography;
using System.Text;

namespace FmeTyped.Tool.SchemaFiles;

/// <summary>
/// Replaces a file as a whole: the text is written beside it, forced to the disk, and takes the name in one step. Whenever that is
/// interrupted, the file holds its old text or the new one.
/// </summary>
internal static class AtomicFile
{
    private const string Suffix = ".tmp";

    /// <summary>Writes UTF-8 without a byte order mark.</summary>
    public static void Write(string path, string text)
    {
        string target = Resolve(path);
        string beside = $"{target}.{RandomNumberGenerator.GetHexString(8, lowercase: true)}{Suffix}";
        try
        {
            using (var file = new FileStream(beside, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                file.Write(Encoding.UTF8.GetBytes(text));
                file.Flush(flushToDisk: true);
            }

            File.Move(beside, target, overwrite: true);
        }
        catch
        {
            File.Delete(beside);
            throw;
        }
    }

    /// <summary>Removes what runs that were killed while writing have left beside a file. Nobody else may be writing it.</summary>
    public static void RemoveLeftovers(string path)
    {
        string target = Resolve(path);
        string name = Path.GetFileName(target);
        foreach (string file in Directory.EnumerateFiles(Path.GetDirectoryName(target)!, $"{name}.*{Suffix}"))
        {
            if (Path.GetFileName(file).Length == name.Length + 1 + 8 + Suffix.Length)
            {
                File.Delete(file);
            }
        }
    }

    // A link stays a link: what it leads to is replaced.
    private static string Resolve(string path) =>
        (File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName : null) ?? Path.GetFullPath(path);
}
