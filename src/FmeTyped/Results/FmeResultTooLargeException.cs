namespace FmeTyped;

/// <summary>The result has more bytes than the client's options allow. What was read of it so far is not the whole.</summary>
public sealed class FmeResultTooLargeException : FmeException
{
    internal FmeResultTooLargeException(long maximumSize, ErrorContext context)
        : base($"Could not {context.Operation}: the result has more than {maximumSize} bytes, the MaximumResultSize of the client's options.", context) =>
        MaximumSize = maximumSize;

    /// <summary>How many bytes are allowed.</summary>
    public long MaximumSize { get; }
}
