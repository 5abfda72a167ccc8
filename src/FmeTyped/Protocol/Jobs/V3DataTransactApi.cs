using System.Globalization;

namespace FmeTyped;

/// <summary>
/// The call <c>transactdata</c> of REST API version 3: the body is the source data, and all else stands in the query, as the vendor's command line sends it
/// (fmeflow-cli, cmd/run.go).
/// </summary>
internal sealed class V3DataTransactApi(ServerConnection connection) : IDataTransactApi
{
    // What servers and proxies take of an address.
    private const int LongestQuery = 4000;

    public async Task<FmeJobResult> TransactAsync(Submission submission, Stream data, TimeSpan timeout, CancellationToken cancellationToken)
    {
        ErrorContext context = ErrorContext.Transacting(submission);
        Check(submission.Options, context);
        string query = QueryOf(submission);
        if (query.Length > LongestQuery)
        {
            throw NotSupported(
                context,
                $"its parameters make a query of {query.Length} characters, and no more than {LongestQuery} are sure to arrive.",
                $"Give the workspace a file parameter, set it to {nameof(FmeFile)}.{nameof(FmeFile.FromStream)}, and use RunAsync.");
        }

        string path = $"/fmerest/v3/transformations/transactdata/{UrlPath.Part(submission.Repository)}/{UrlPath.Part(submission.Workspace)}{query}";
        using var content = new DataSubmissionContent(data) { Of = submission };
        Exchange exchange = connection.Prepare(context, HttpMethod.Post, path, "application/json", timeout, content, cancellationToken);
        content.Progressed = exchange.RestartTimeLimit;
        return await exchange.ReadAsync(static (exchange, answer) => TransactAnswer.Read(answer, exchange.Failures, V3Records.ReadResult)).ConfigureAwait(false);
    }

    private static void Check(FmeRunOptions options, ErrorContext context)
    {
        if (options.Directives is not null)
        {
            throw NotSupported(context, $"this call has no {nameof(options.Directives)}.", "Use TransactAsync.");
        }

        if (options.Priority is not null)
        {
            throw NotSupported(context, $"this call has no {nameof(options.Priority)}.", $"Use {nameof(options.Queue)}.");
        }

        if (options.RunUntilCancelled is not null)
        {
            throw NotSupported(context, $"this call waits for the job's end, and has no {nameof(options.RunUntilCancelled)}.", "Use SubmitAsync.");
        }

        if (options.MaximumTotalLifetime is not null)
        {
            throw NotSupported(
                context,
                $"REST API version 3 has no {nameof(options.MaximumTotalLifetime)}.",
                $"Use {nameof(options.MaximumQueueTime)} and {nameof(options.MaximumRunTime)}.");
        }
    }

    private static FmeNotSupportedException NotSupported(ErrorContext context, string reason, string advice) =>
        new($"Could not {context.Operation} with data: {reason} Nothing was submitted. {advice}", context);

    private static string QueryOf(Submission submission)
    {
        FmeRunOptions options = submission.Options;
        var query = new QueryParameterWriter(options.ExtraParameters) { Uploads = submission.Uploads };
        query.Add("opt_tag", options.Queue);
        query.Add("opt_description", options.Description);
        query.Add("opt_ttl", Seconds(options.MaximumQueueTime));
        query.Add("opt_ttc", Seconds(options.MaximumRunTime));
        foreach (string topic in options.SuccessTopics ?? [])
        {
            query.Add("opt_successtopics", topic);
        }

        foreach (string topic in options.FailureTopics ?? [])
        {
            query.Add("opt_failuretopics", topic);
        }

        query.WriteParameters(submission.Request);
        return query.ToString();
    }

    private static string? Seconds(TimeSpan? time) => time is { } limit ? ((long)Math.Ceiling(limit.TotalSeconds)).ToString(CultureInfo.InvariantCulture) : null;
}
