using System.Net;

namespace FmeTyped;

/// <summary>
/// A call to FME Flow failed. Derived types stand for the reasons that a caller can act on; this type itself stands for every other
/// refusal. Neither a message nor an exception within holds a token, a password or a secret parameter.
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

    /// <summary>The job it was about; null where there is none yet. Pass it to <c>FmeFlowClient.GetJob</c>.</summary>
    public long? JobId { get; internal init; }

    /// <summary>The status of the server's answer; null where there was no answer.</summary>
    public HttpStatusCode? StatusCode { get; internal set; }

    /// <summary>The server's own words, shortened where they are long; null where it said nothing.</summary>
    public string? ServerMessage { get; internal set; }
}
