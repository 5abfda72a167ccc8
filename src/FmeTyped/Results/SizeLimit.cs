namespace FmeTyped;

/// <summary>Counts the bytes of a result, and throws if there are too many.</summary>
/// <param name="maximumSize">The maximum size in bytes; null for no limit.</param>
/// <param name="context">Describes the operation, for errors.</param>
internal sealed class SizeLimit(long? maximumSize, ErrorContext context)
{
    private long _count;

    /// <summary>Counts bytes that arrived.</summary>
    public void Add(int bytes) => Check(_count += bytes);

    /// <summary>Throws if a size, such as that of the response's header, is too large.</summary>
    public void Check(long? size)
    {
        if (size > maximumSize)
        {
            throw new FmeResultTooLargeException(maximumSize.Value, context);
        }
    }
}
