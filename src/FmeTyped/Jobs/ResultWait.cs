namespace FmeTyped;

/// <summary>Refuses ways of waiting that make no sense where a result is wanted.</summary>
internal static class ResultWait
{
    public static void Check(FmeWaitOptions? options)
    {
        JobWaiter.Check(options);
        if (options is { ThrowOnFailure: false })
        {
            throw new ArgumentException(
                $"A job that failed has no result, so {nameof(options.ThrowOnFailure)} cannot be false here. Use WaitAsync to see how a job ended.",
                nameof(options));
        }
    }

    public static void CheckForStream(FmeWaitOptions? options)
    {
        Check(options);
        if (options is { CancelJobOnCancellation: true } or { Progress: not null })
        {
            throw new ArgumentException(
                "StreamAsync does not learn the job's id, so it can neither report progress nor cancel the job. Use DownloadAsync, or leave "
                    + $"{nameof(options.CancelJobOnCancellation)} and {nameof(options.Progress)} unset.",
                nameof(options));
        }
    }
}
