namespace FmeTyped.Testing;

/// <summary>The result of saving a file.</summary>
internal enum SaveResult
{
    Saved,

    /// <summary>There is a file that may not be overwritten, or a folder with that name.</summary>
    Exists,
}
