namespace FmeTyped.Testing;

/// <summary>The content of a file ends too early, or is not what it is said to be.</summary>
internal sealed class UnreadableContentException(Exception cause) : IOException($"The content cannot be read: {cause.Message}", cause);
