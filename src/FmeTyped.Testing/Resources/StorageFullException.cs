namespace FmeTyped.Testing;

/// <summary>The emulator keeps no more than it has.</summary>
internal sealed class StorageFullException(string message) : IOException(message);
