using FmeTyped.Schema.Facts;

namespace FmeTyped;

/// <summary>The job did not succeed: it failed, was cancelled, or wrote fewer features than were asked for.</summary>
public sealed class FmeJobFailedException : FmeException
{
    internal FmeJobFailedException(FmeJobResult result, ErrorContext context)
        : base(ControlCharacters.Show(Describe(result)), context)
    {
        JobId = result.Id;
        Result = result;
        ServerMessage = result.StatusMessage;
    }

    /// <summary>How the job ended.</summary>
    public FmeJobResult Result { get; }

    private static string Describe(FmeJobResult result) => result.HasTooFewFeatures
        ? $"Job {result.Id} ended as {result.Status}, but "
            + $"{(result.FeatureCount is { } count ? $"wrote {count} features" : "nothing tells how many features it wrote")}, where at least "
            + $"{result.MinimumFeatures} were asked for. See its log."
        : DescribeStatus(result);

    private static string DescribeStatus(FmeJobResult result) =>
        $"Job {result.Id} ended as {result.Status}{(string.IsNullOrWhiteSpace(result.StatusMessage) ? "." : $": {Sentence.Ended(result.StatusMessage)}")}"
        + " See its log.";
}
