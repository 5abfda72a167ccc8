namespace FmeTyped.Testing;

/// <summary>What became of a file that was to be kept.</summary>
internal enum SaveResult
{
    Saved,

    /// <summary>There is one already that may not be overwritten, or a folder of that name.</summary>
    Exists,
}
