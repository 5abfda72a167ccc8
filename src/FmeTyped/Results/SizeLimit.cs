namespace FmeTyped;

/// <summary>Counts the bytes of a result, and ends it where there are too many.</summary>
/// <param name="maximumSize">The most bytes; null for no limit.</param>
/// <param name="context">Describes the operation, for errors.</param>
internal sealed class SizeLimit(long? maximumSize, ErrorContext context)
{
    private long _count;

    /// <summary>Counts bytes that came.</summary>
    public void Add(int bytes) => Check(_count += bytes);

    /// <summary>Refuses a size, such as one that was announced.</summary>
    public void Check(long? size)
    {
        if (size > maximumSize)
        {
            throw new FmeResultTooLargeException(maximumSize.Value, context);
        }
    }
}
