namespace FmeTyped;

/// <summary>Refuses options that a transformation service lacks, before anything is sent.</summary>
internal static class ServiceOptions
{
    public static void CheckForDownload(FmeRunOptions options, ErrorContext context)
    {
        CheckForAny(options, context);
        RefuseIf(options.SuccessTopics is { Count: > 1 }, $"more than one of {nameof(options.SuccessTopics)}", "Name one topic.", context);
        RefuseIf(options.FailureTopics is { Count: > 1 }, $"more than one of {nameof(options.FailureTopics)}", "Name one topic.", context);
    }

    /// <summary>The vendor documents notifications only for downloads.</summary>
    public static void CheckForStreaming(FmeRunOptions options, ErrorContext context)
    {
        CheckForAny(options, context);
        const string Advice = "Use DownloadAsync, or leave it out.";
        RefuseIf(options.SuccessTopics is not null, nameof(options.SuccessTopics), Advice, context);
        RefuseIf(options.FailureTopics is not null, nameof(options.FailureTopics), Advice, context);
        RefuseIf(options.Directives is not null, nameof(options.Directives), Advice, context);
        RefuseIf(options.RequesterEmail is not null, nameof(options.RequesterEmail), Advice, context);
    }

    private static void CheckForAny(FmeRunOptions options, ErrorContext context)
    {
        RefuseIf(options.Description is not null, nameof(options.Description), "Leave it out.", context);
        RefuseIf(options.Priority is not null, nameof(options.Priority), $"Use {nameof(options.Queue)}.", context);
        RefuseIf(options.RunUntilCancelled is not null, nameof(options.RunUntilCancelled), "Use SubmitAsync.", context);
        RefuseIf(
            options.MaximumTotalLifetime is not null,
            nameof(options.MaximumTotalLifetime),
            $"Use {nameof(options.MaximumQueueTime)} and {nameof(options.MaximumRunTime)}.",
            context);
    }

    private static void RefuseIf(bool isAsked, string what, string advice, ErrorContext context)
    {
        if (isAsked)
        {
            throw new FmeNotSupportedException($"Could not {context.Operation}: the service has no {what}. Nothing was submitted. {advice}", context);
        }
    }
}
