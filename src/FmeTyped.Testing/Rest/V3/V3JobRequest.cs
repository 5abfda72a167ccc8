using System.Text.Json.Serialization;

namespace FmeTyped.Testing;

/// <summary>
/// A job's request, as its record repeats it. Shape: fmeflow-cli fixtures; publishedParameters, workspacePath and the two
/// parameters the server adds: recorded samples of dss-fme and "Get Failed Jobs". Values are repeated as they were sent: A015.
/// </summary>
internal sealed record V3JobRequest
{
    public required IReadOnlyList<Parameter> PublishedParameters { get; init; }

    [JsonPropertyName("TMDirectives")]
    public required Transaction TMDirectives { get; init; }

    [JsonPropertyName("NMDirectives")]
    public required Notification NMDirectives { get; init; }

    public required string WorkspacePath { get; init; }

    public static V3JobRequest From(JobState job)
    {
        JobOrder order = job.Order;
        PublishedWorkspace workspace = order.Workspace;
        return new()
        {
            PublishedParameters =
            [
                .. order.Parameters.Select(sent => new Parameter(sent.Key, sent.Value.IsList ? sent.Value.Items : sent.Value.Text)),
                new("FME_SECURITY_USER", job.User),
                new("FME_SECURITY_ROLES", "fmesuperuser"),
            ],
            TMDirectives = new(order.RunUntilCancelled, Seconds(order.RunLimit), order.Queue, Seconds(order.QueueLimit)),
            NMDirectives = new(
                [.. order.Directives.Select(directive => new Directive(directive.Key, directive.Value)), new("logFullPath", "{logHome}/{@logFileName(id)}")],
                order.SuccessTopics.Count > 0 ? order.SuccessTopics : null,
                order.FailureTopics.Count > 0 ? order.FailureTopics : null),
            WorkspacePath = $"\"{workspace.Repository}/{Path.GetFileNameWithoutExtension(workspace.Name)}/{workspace.Name}\"",
        };
    }

    private static int Seconds(TimeSpan? limit) => limit is { } set ? (int)set.TotalSeconds : -1;

    /// <param name="Name">The name.</param>
    /// <param name="Value">A text or a list of texts.</param>
    internal sealed record Parameter(string Name, object Value);

    internal sealed record Transaction(bool Rtc, int Ttc, string Tag, int Ttl);

    internal sealed record Notification(IReadOnlyList<Directive> Directives, IReadOnlyList<string>? SuccessTopics, IReadOnlyList<string>? FailureTopics);

    internal sealed record Directive(string Name, string Value);
}
