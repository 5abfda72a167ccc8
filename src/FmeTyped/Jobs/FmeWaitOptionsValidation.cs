namespace FmeTyped;

/// <summary>Refuses wait options that cannot work, or that a call does not support.</summary>
internal static class FmeWaitOptionsValidation
{
    public static void Check(FmeWaitOptions? options)
    {
        if (options is null)
        {
            return;
        }

        Require(options.Timeout is not { } timeout || timeout == Timeout.InfiniteTimeSpan || IsUsable(timeout), nameof(options.Timeout));
        Require(IsUsable(options.InitialDelay), nameof(options.InitialDelay));
        Require(IsUsable(options.MaximumDelay), nameof(options.MaximumDelay));
        if (options.MinimumFeatures < 0)
        {
            throw new ArgumentException($"{nameof(FmeWaitOptions)}.{nameof(options.MinimumFeatures)} may not be negative.");
        }
    }

    /// <summary>Refuses options that watching a job does not support.</summary>
    public static void CheckForWatch(FmeWaitOptions? options)
    {
        Check(options);
        if (options is { CancelJobOnCancellation: true } or { MinimumFeatures: not null })
        {
            throw new ArgumentException(
                $"WatchAsync only watches: leave {nameof(options.CancelJobOnCancellation)} and {nameof(options.MinimumFeatures)} unset, or use WaitAsync.",
                nameof(options));
        }
    }

    /// <summary>Refuses options that the server's transact call does not support.</summary>
    public static void CheckForTransact(FmeWaitOptions? options)
    {
        Check(options);
        RefuseJob(options, "TransactAsync learns the job's id only at its end", "Use RunAsync");
    }

    /// <summary>Refuses to return a failed job as a result for a call that returns what the job wrote.</summary>
    public static void CheckForResult(FmeWaitOptions? options)
    {
        Check(options);
        if (options is { ThrowOnFailure: false })
        {
            throw new ArgumentException(
                $"A job that failed has no result, so {nameof(options.ThrowOnFailure)} cannot be false here. Use WaitAsync to see how a job ended.",
                nameof(options));
        }
    }

    /// <summary>Refuses options that data streaming does not support.</summary>
    public static void CheckForStream(FmeWaitOptions? options)
    {
        CheckForResult(options);
        RefuseJob(options, "StreamAsync does not learn the job's id", "Use DownloadAsync");
    }

    private static void RefuseJob(FmeWaitOptions? options, string reason, string advice)
    {
        if (options is { CancelJobOnCancellation: true } or { Progress: not null })
        {
            throw new ArgumentException(
                $"{reason}, so it can neither report progress nor cancel the job. {advice}, or leave {nameof(options.CancelJobOnCancellation)} and "
                    + $"{nameof(options.Progress)} unset.",
                nameof(options));
        }
    }

    private static bool IsUsable(TimeSpan time) => time > TimeSpan.Zero && time <= TimeLimit.Longest;

    private static void Require(bool condition, string name)
    {
        if (!condition)
        {
            throw new ArgumentException($"{nameof(FmeWaitOptions)}.{name} has to be greater than zero and at most {TimeLimit.Longest.Days} days.");
        }
    }
}
