namespace FmeTyped.Schema.Reading.Fmw;

/// <summary>Tells a plain workspace file from the other files that carry its name.</summary>
internal static class FmwContainer
{
    /// <summary>What the bytes are instead of a plain workspace, and what to do about it; null for a plain workspace.</summary>
    public static string? FindFault(byte[] content)
    {
        int start = ByteText.StartOf(content);
        return content.Length == start ? "it is empty"
            : Starts(content, "PK\u0003\u0004") ? "it is a ZIP archive, as workspace templates (.fmwt) are; give it that ending"
            : Starts(content, "FMW0001") ? "it is an encoded workspace, protected by a password; save it without one in FME Workbench"
            : Starts(content, "\u0000\u0005\u0016\u0007")
                ? "it is file metadata that macOS keeps (AppleDouble); take the file of the same name without the leading ._"
            : Starts(content, "version https://git-lfs") ? "it is a Git LFS pointer; fetch the file itself with git lfs pull"
            : !ByteText.IsAt(content, start, "#!") ? "it does not start with the header of a workspace, #! <?xml ... ?>"
            : null;
    }

    private static bool Starts(byte[] content, string with) => ByteText.IsAt(content, 0, with);
}
