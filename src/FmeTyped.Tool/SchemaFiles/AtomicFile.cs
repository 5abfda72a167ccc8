using System.Security.Cryptography;
using System.Text;

namespace FmeTyped.Tool.SchemaFiles;

/// <summary>
/// Replaces a file atomically: the text is written next to it, flushed to disk, and renamed in one step. Whenever this is
/// interrupted, the file contains either its old text or the new one. A link stays a link, and its target is replaced; the file keeps its
/// mode, and its owner and group if the process may set them.
/// </summary>
internal static class AtomicFile
{
    private const string Suffix = ".tmp";

    /// <summary>Writes UTF-8 without a byte order mark.</summary>
    /// <exception cref="IOException">The path is not a file, or cannot be written.</exception>
    public static void Write(string path, string text) => Replace(LinkedFile.Resolve(path), text);

    /// <summary>Writes a file into a folder of generated files. A link at its place is replaced and not followed, because nobody named its target.</summary>
    /// <exception cref="IOException">There is something else at its place, or it cannot be written.</exception>
    public static void WriteInto(string folder, string name, string text)
    {
        Directory.CreateDirectory(folder);
        Replace(Path.GetFullPath(Path.Combine(folder, name)), text);
    }

    private static void Replace(string target, string text)
    {
        string beside = $"{target}.{RandomNumberGenerator.GetHexString(8, lowercase: true)}{Suffix}";
        try
        {
            using (FileStream file = ReplacedFile.CreateNew(beside, target, new FileStreamOptions()))
            {
                file.Write(Encoding.UTF8.GetBytes(text));
                file.Flush(flushToDisk: true);
            }

            ReplacedFile.Replace(beside, target);
        }
        catch
        {
            File.Delete(beside);
            throw;
        }
    }

    /// <summary>Removes what killed runs have left next to a file. Nobody else may be writing it.</summary>
    public static void RemoveLeftovers(string path)
    {
        string target = LinkedFile.Resolve(path);
        string name = Path.GetFileName(target);
        foreach (string file in Directory.EnumerateFiles(Path.GetDirectoryName(target)!, $"{name}.*{Suffix}"))
        {
            if (Path.GetFileName(file).Length == name.Length + 1 + 8 + Suffix.Length)
            {
                File.Delete(file);
            }
        }
    }
}
