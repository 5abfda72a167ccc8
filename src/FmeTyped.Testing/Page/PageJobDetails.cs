using System.Globalization;
using FmeTyped.Metadata;
using FmeTyped.Schema.Facts;
using FmeTyped.Schema.Model;

namespace FmeTyped.Testing;

/// <summary>A job with its values and its log. Secrets are not shown.</summary>
internal sealed class PageJobDetails(JobState job, DateTimeOffset now) : PageJob(job, now)
{
    private const string Hidden = "•••";

    /// <summary>The values that were sent, in the workspace's order, and the defaults of the others.</summary>
    public IEnumerable<object> Values
    {
        get
        {
            FmeSubmission submission = State.Submission;
            string[] published = [.. State.Order.Workspace.Model.Parameters.Select(parameter => parameter.Name)];
            return published.Union(submission.Parameters.Keys).Where(submission.ParametersWithDefaults.ContainsKey).Select(name => new
            {
                Name = PageText.OneLine(name),
                Value = IsSecret(name) ? [Hidden] : Texts(submission.ParametersWithDefaults[name]).Select(PageText.Lines),
                Origin = !submission.Parameters.ContainsKey(name) ? "default" : published.Contains(name) ? "sent" : "unknown",
            });
        }
    }

    /// <summary>What else is known of it: names and texts.</summary>
    public IEnumerable<object> Facts => Known().Where(fact => fact.Text is { Length: > 0 }).Select(fact => new
    {
        fact.Name,
        Text = PageText.OneLine(fact.Text!),
    });

    public IEnumerable<object> Log => JobLog.Lines(State).Select(line => new
    {
        line.Severity,
        Time = line.Time.UtcDateTime.ToString("HH:mm:ss", CultureInfo.InvariantCulture),
        Text = PageText.Lines(line.Text),
    });

    private IEnumerable<(string Name, string? Text)> Known()
    {
        JobOrder order = State.Order;
        yield return ("Queue", order.Queue);
        yield return ("Engine", State.Engine);
        yield return ("User", State.User);
        yield return ("Description", order.Description);
        yield return ("Time limits", Join(", ", Limit("queue", order.QueueLimit), Limit("run", order.RunLimit), Limit("total", order.TotalLimit)));
        yield return ("Directives", Join(", ", [.. order.Directives.Select(directive => $"{directive.Key}={directive.Value}")]));
        yield return ("Topics on success", Join(", ", [.. order.SuccessTopics]));
        yield return ("Topics on failure", Join(", ", [.. order.FailureTopics]));
        yield return ("Source data", order.SourceData);
        if (State.IsComplete)
        {
            yield return ("Features written", State.FeatureCount.ToString(CultureInfo.InvariantCulture));
            yield return ("Files", Join(", ", [.. State.Outcome.Files.Select(file => file.Name)]));
        }

        yield return ("Download", State.ResultUrl?.AbsoluteUri);
    }

    private bool IsSecret(string name) =>
        SecretNames.Says(name) || State.Order.Workspace.Model.Parameters.Any(parameter => parameter.Name == name && parameter.Kind == ParameterKind.Secret);

    private static FmeList<string> Texts(FmeParameterValue value) => value.IsList ? value.Items : [value.Text];

    private static string? Limit(string what, TimeSpan? limit) =>
        limit is { } time ? string.Create(CultureInfo.InvariantCulture, $"{what} {time.TotalSeconds} s") : null;

    private static string Join(string separator, params string?[] texts) => string.Join(separator, texts.Where(text => text is not null));
}
