namespace FmeTyped;

/// <summary>The result is larger than the client's options allow. The data read so far is incomplete.</summary>
public sealed class FmeResultTooLargeException : FmeException
{
    internal FmeResultTooLargeException(long maximumSize, ErrorContext context)
        : base($"Could not {context.Operation}: the result has more than {maximumSize} bytes, the MaximumResultSize of the client's options.", context) =>
        MaximumSize = maximumSize;

    /// <summary>The maximum size in bytes.</summary>
    public long MaximumSize { get; }
}
