namespace FmeTyped;

/// <summary>The job ended well and left nothing to download: it wrote no files, or it was not submitted to the data download service.</summary>
public sealed class FmeNoResultException : FmeException
{
    internal FmeNoResultException(string message, ErrorContext context, Exception? innerException = null)
        : base(message, context, innerException)
    {
    }
}
