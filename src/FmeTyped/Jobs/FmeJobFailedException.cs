namespace FmeTyped;

/// <summary>The job ended, and not well: it failed, was cancelled, or was deleted.</summary>
public sealed class FmeJobFailedException : FmeException
{
    internal FmeJobFailedException(FmeJobResult result, ErrorContext context)
        : base(Describe(result), context with { JobId = result.Id, ServerMessage = result.StatusMessage }) => Result = result;

    /// <summary>How the job ended.</summary>
    public FmeJobResult Result { get; }

    private static string Describe(FmeJobResult result) =>
        $"Job {result.Id} ended as {result.Status}{(string.IsNullOrWhiteSpace(result.StatusMessage) ? "." : $": {Sentence.Ended(result.StatusMessage)}")}"
        + " Its log tells more.";
}
