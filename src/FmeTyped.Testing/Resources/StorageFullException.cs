namespace FmeTyped.Testing;

/// <summary>What the emulator keeps has reached a limit.</summary>
/// <param name="message">Which one, and what to do.</param>
internal sealed class StorageFullException(string message) : IOException(message);
