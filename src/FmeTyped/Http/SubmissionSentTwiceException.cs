namespace FmeTyped;

/// <summary>
/// Stops a second sending. A type of its own, because HttpClient and retry handlers take the usual types for faults of the connection, and
/// would try yet again.
/// </summary>
internal sealed class SubmissionSentTwiceException()
    : Exception("A submission is sent at most once, and something in the HttpClient's handlers tried to send it again.");
