using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace FmeTyped.Testing;

/// <summary>A request to a service. Options: the reference manual's pages on the services and on job directives.</summary>
/// <param name="Order">The job.</param>
/// <param name="IsAsync">Whether the response does not wait for the job's end.</param>
/// <param name="ShowsResult">Whether the response shows the job's result.</param>
internal sealed record ServiceRequest(JobOrder Order, bool IsAsync, bool ShowsResult)
{
    private const string NotificationPrefix = "nm_";

    private static readonly string[] Known =
    [
        "opt_responseformat", "opt_servicemode", "opt_showresult", "opt_requesteremail", "tm_tag", "tm_ttc", "tm_ttl", "tm_priority", "tm_rtc",
        "tm_description", "nm_jobsuccess_topic", "nm_jobfailure_topic",
    ];

    /// <exception cref="RefusedException">An option or a parameter is invalid: 422.</exception>
    public static async Task<ServiceRequest> ReadAsync(PublishedWorkspace workspace, HttpContext http, ServerState server)
    {
        RequestTrace trace = RequestTrace.From(http);

        // The vendor's page on POST: a body that is not a form is the source data.
        bool hasSource = HttpMethods.IsPost(http.Request.Method) && http.Request.ContentType is not null && !RequestBody.IsForm(http.Request);
        List<KeyValuePair<string, StringValues>> values = FormValues.From(http);
        Dictionary<string, StringValues> options = FormValues.Options(values);
        foreach (string unknown in options.Keys.Except(Known).Where(name => !name.StartsWith(NotificationPrefix, StringComparison.Ordinal)))
        {
            trace.Note($"{unknown} is no option of services that the emulator knows, and is ignored.");
        }

        JobOrder order = SubmissionCheck.Check(ReadOrder(workspace, values, options), trace, server, SubmissionCheck.InOneText, hasSource);
        if (hasSource)
        {
            order = order with { SourceData = await SourceData.KeepAsync(server.Files, http).ConfigureAwait(false) };
        }

        return new(order, FormValues.Text(options, "opt_servicemode") == "async", FormValues.Text(options, "opt_showresult") != "false");
    }

    private static JobOrder ReadOrder(PublishedWorkspace workspace, List<KeyValuePair<string, StringValues>> values, Dictionary<string, StringValues> options)
    {
        var order = new JobOrder(workspace, FormValues.Parameters(values));
        return order with
        {
            Queue = FormValues.Text(options, "tm_tag") ?? order.Queue,
            Description = FormValues.Text(options, "tm_description") ?? order.Description,
            RunLimit = FormValues.Limit(options, "tm_ttc"),
            QueueLimit = FormValues.Limit(options, "tm_ttl"),
            RunUntilCancelled = FormValues.Text(options, "tm_rtc") == "true",
            Directives = DirectivesIn(options),
            SuccessTopics = FormValues.Texts(options.GetValueOrDefault("nm_jobsuccess_topic")),
            FailureTopics = FormValues.Texts(options.GetValueOrDefault("nm_jobfailure_topic")),
        };
    }

    // The manual shows nm_title next to the topics, so the prefix seems to mark a directive: A087.
    private static IReadOnlyList<KeyValuePair<string, string>> DirectivesIn(Dictionary<string, StringValues> options) =>
    [
        .. from option in options
           where option.Key.StartsWith(NotificationPrefix, StringComparison.Ordinal) && !Known.Contains(option.Key)
           select KeyValuePair.Create(option.Key[NotificationPrefix.Length..], option.Value.ToString()),
    ];
}
