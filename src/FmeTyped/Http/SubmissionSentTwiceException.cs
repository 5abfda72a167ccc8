namespace FmeTyped;

/// <summary>
/// Stops a second send. A separate type, because HttpClient and retry handlers treat the usual types as connection failures, and
/// would retry once more.
/// </summary>
internal sealed class SubmissionSentTwiceException()
    : Exception("A submission is sent at most once, and something in the HttpClient's handlers tried to send it again.");
