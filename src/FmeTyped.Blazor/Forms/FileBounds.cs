using FmeTyped.Blazor.Resources;

namespace FmeTyped.Blazor.Forms;

/// <summary>How much a form uploads at most.</summary>
/// <param name="MaximumSize">The most bytes of one file.</param>
internal sealed record FileBounds(long MaximumSize)
{
    /// <summary>The most files of one field.</summary>
    public const int MaximumCount = 100;

    /// <summary>What is wrong with files; null where they can be uploaded.</summary>
    public string? FindFault(IReadOnlyList<(string Name, long Size)> files) =>
        files.Count > MaximumCount ? FormText.Get("TooManyFiles", MaximumCount)
        : files.FirstOrDefault(file => file.Size > MaximumSize) is { Name: { } name }
            ? FormText.Get("FileTooLarge", ShownText.Shorten(name, 100), MaximumSize / HelpText.Megabyte)
        : null;
}
