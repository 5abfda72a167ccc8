using System.IO.Compression;

namespace FmeTyped.Tool.Sources;

/// <summary>A workspace template (.fmwt): a ZIP archive that holds a workspace file beside a description of the template and perhaps data.</summary>
internal static class WorkspaceTemplate
{
    /// <summary>A workspace file has some hundred kilobytes; what is larger by far is no workspace.</summary>
    private const int LargestWorkspace = 256 * 1024 * 1024;

    /// <summary>The workspace file in a template.</summary>
    /// <exception cref="InvalidDataException">The content is no template; the message says why, and is fit to be shown.</exception>
    public static (string Name, byte[] Content) Read(byte[] content)
    {
        using ZipArchive archive = Open(content);
        ZipArchiveEntry[] workspaces = [.. archive.Entries.Where(entry => entry.Name.EndsWith(".fmw", StringComparison.OrdinalIgnoreCase))];
        return workspaces switch
        {
            [] => throw new InvalidDataException("it is a ZIP archive without a workspace file (.fmw)."),
            [var workspace] => (workspace.Name, Extract(workspace)),
            _ => throw new InvalidDataException(
                $"it has {workspaces.Length} workspace files ({string.Join(", ", workspaces.Take(5).Select(entry => entry.FullName))}); unpack it, and name "
                    + "one of them."),
        };
    }

    private static ZipArchive Open(byte[] content)
    {
        try
        {
            return new ZipArchive(new MemoryStream(content), ZipArchiveMode.Read);
        }
        catch (InvalidDataException fault)
        {
            throw new InvalidDataException("it is not the ZIP archive that a template is, or its end is missing; get the file again.", fault);
        }
    }

    // The directory of an archive may lie about sizes, so the bytes themselves are counted.
    private static byte[] Extract(ZipArchiveEntry entry)
    {
        try
        {
            using Stream stream = entry.Open();
            using var content = new MemoryStream();
            var buffer = new byte[81920];
            for (int read = stream.Read(buffer); read > 0; read = stream.Read(buffer))
            {
                if (content.Length + read > LargestWorkspace)
                {
                    throw new InvalidDataException($"{entry.FullName} in it is larger than 256 MB, which no workspace is.");
                }

                content.Write(buffer, 0, read);
            }

            return content.ToArray();
        }
        catch (InvalidDataException fault) when (fault.InnerException is null && !fault.Message.StartsWith(entry.FullName, StringComparison.Ordinal))
        {
            throw new InvalidDataException($"{entry.FullName} in it is damaged; get the file again.", fault);
        }
    }
}
