using System.Text.Json;

namespace FmeTyped;

/// <summary>The body of a submission to REST API version 4.</summary>
internal static class V4Body
{
    public static void Write(Utf8JsonWriter json, Submission submission)
    {
        FmeRunOptions options = submission.Options;
        json.WriteStartObject();
        json.WriteString("repository", submission.Repository);
        json.WriteString("workspace", submission.Workspace);
        json.WriteStartObject("publishedParameters");
        new V4ParameterWriter(json, options.ExtraParameters) { Uploads = submission.Uploads }.WriteParameters(submission.Request);
        json.WriteEndObject();
        json.WriteIfSet("queue", options.Queue);
        json.WriteIfSet("maxTimeInQueue", options.MaximumQueueTime);
        json.WriteIfSet("maxJobRuntime", options.MaximumRunTime);
        json.WriteIfSet("maxTotalLifeTime", options.MaximumTotalLifetime);
        json.WriteStartObject("directives");
        if (options.Directives is { } directives)
        {
            foreach ((string name, string value) in directives)
            {
                json.WriteString(name, value);
            }
        }

        json.WriteString(FmeRunOptions.CorrelationDirective, submission.CorrelationKey);
        json.WriteEndObject();

        json.WriteIfSet("successTopics", options.SuccessTopics);
        json.WriteIfSet("failureTopics", options.FailureTopics);
        json.WriteEndObject();
    }
}
