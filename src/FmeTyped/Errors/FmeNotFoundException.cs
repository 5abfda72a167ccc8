namespace FmeTyped;

/// <summary>The server does not know the repository, the workspace or the job (404).</summary>
/// <remarks>A proxy's 404 leads to this exception, too. It proves nothing about a job.</remarks>
public class FmeNotFoundException : FmeException
{
    internal FmeNotFoundException(string message, ErrorContext context, Exception? innerException = null)
        : base(message, context, innerException)
    {
    }

    /// <summary>Whether the server itself said so, in its own format, and not a proxy.</summary>
    internal bool IsServersOwn { get; init; }
}
