using System.Globalization;

namespace FmeTyped;

/// <summary>
/// A submission to a transformation service: instructions to the service (<c>opt_</c>), to the queue (<c>tm_</c>) and to the subscribers of the topics
/// (<c>nm_</c>), followed by the published parameters. Source of the names: FME Flow Reference Manual, transformation services and their directives.
/// </summary>
internal static class ServiceForm
{
    public static void Write(FormWriter form, Submission submission, ErrorContext context, string? mode, bool isNotifying)
    {
        FmeRunOptions options = submission.Options;
        form.Write("opt_responseformat", "json");
        form.Write("opt_showresult", "true");
        WriteIfSet(form, "opt_servicemode", mode);
        WriteIfSet(form, "opt_requesteremail", options.RequesterEmail);
        WriteIfSet(form, "tm_tag", options.Queue);
        WriteIfSet(form, "tm_ttl", options.MaximumQueueTime);
        WriteIfSet(form, "tm_ttc", options.MaximumRunTime);
        WriteIfSet(form, "nm_jobsuccess_topic", options.SuccessTopics?.SingleOrDefault());
        WriteIfSet(form, "nm_jobfailure_topic", options.FailureTopics?.SingleOrDefault());
        foreach ((string name, string value) in options.Directives ?? new Dictionary<string, string>())
        {
            form.Write(InstructionNames.OfDirective(name), value);
        }

        if (isNotifying)
        {
            form.Write(InstructionNames.OfDirective(FmeRunOptions.CorrelationDirective), submission.CorrelationKey);
        }

        new FormParameterWriter(form, context, options.ExtraParameters) { Uploads = submission.Uploads }.WriteParameters(submission.Request);
    }

    private static void WriteIfSet(FormWriter form, string name, string? value)
    {
        if (value is not null)
        {
            form.Write(name, value);
        }
    }

    // Whole seconds, rounded up, as in the REST API.
    private static void WriteIfSet(FormWriter form, string name, TimeSpan? time) =>
        WriteIfSet(form, name, time is { } limit ? ((long)Math.Ceiling(limit.TotalSeconds)).ToString(CultureInfo.InvariantCulture) : null);
}
