using System.Net;

namespace FmeTyped;

/// <summary>
/// A call to FME Flow failed. Derived types represent the errors that a caller can act on; this type itself represents every other
/// error. Neither the message nor an inner exception contains a token, a password or a secret parameter.
/// </summary>
public class FmeException : Exception
{
    internal FmeException(string message, ErrorContext context, Exception? innerException = null)
        : base(message, innerException)
    {
        Operation = context.Operation;
        JobId = context.JobId;
    }

    /// <summary>What was tried, such as <c>submit Samples/austinDownload.fmw</c>.</summary>
    public string Operation { get; }

    /// <summary>The job it was about; null if there is none yet. Pass it to <c>FmeFlowClient.GetJob</c>.</summary>
    public long? JobId { get; internal init; }

    /// <summary>The status of the server's response; null if there was no response.</summary>
    public HttpStatusCode? StatusCode { get; internal set; }

    /// <summary>The server's own message, truncated if it is long; null if there was none.</summary>
    public string? ServerMessage { get; internal set; }
}
