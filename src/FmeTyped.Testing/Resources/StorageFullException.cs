namespace FmeTyped.Testing;

/// <summary>The files on the server have reached their limit.</summary>
internal sealed class StorageFullException(long limit)
    : IOException(FormattableString.Invariant($"The emulator keeps {limit} bytes of files, and this would be more. Raise its StorageLimit."));
