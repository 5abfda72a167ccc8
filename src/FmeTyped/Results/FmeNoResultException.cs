namespace FmeTyped;

/// <summary>
/// There is nothing to download: the job wrote no files, it was not submitted to the data download service, or the server has removed the result.
/// </summary>
public sealed class FmeNoResultException : FmeException
{
    internal FmeNoResultException(string message, ErrorContext context, bool isExpired = false, Exception? innerException = null)
        : base(message, context, innerException) => IsExpired = isExpired;

    /// <summary>Whether there was a result that the server has removed (404, 410), as it does after a time set by its administrator.</summary>
    public bool IsExpired { get; }
}
