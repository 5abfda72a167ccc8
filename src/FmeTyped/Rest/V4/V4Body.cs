using System.Text.Json;

namespace FmeTyped;

/// <summary>The body of a submission to REST API version 4.</summary>
internal static class V4Body
{
    private static readonly JsonEncodedText CorrelationDirective = JsonEncodedText.Encode(FmeRunOptions.CorrelationDirective);

    public static void Write(Utf8JsonWriter json, Submission submission)
    {
        FmeRunOptions options = submission.Options;
        json.WriteStartObject();
        json.WriteString("repository"u8, submission.Repository);
        json.WriteString("workspace"u8, submission.Workspace);
        json.WriteStartObject("publishedParameters"u8);
        new V4ParameterWriter(json, options.ExtraParameters) { Uploads = submission.Uploads }.WriteParameters(submission.Request);
        json.WriteEndObject();
        json.WriteIfSet("queue"u8, options.Queue);
        json.WriteIfSet("maxTimeInQueue"u8, options.MaximumQueueTime);
        json.WriteIfSet("maxJobRuntime"u8, options.MaximumRunTime);
        json.WriteIfSet("maxTotalLifeTime"u8, options.MaximumTotalLifetime);
        json.WriteStartObject("directives"u8);
        if (options.Directives is { } directives)
        {
            foreach ((string name, string value) in directives)
            {
                json.WriteString(name, value);
            }
        }

        json.WriteString(CorrelationDirective, submission.CorrelationKey);
        json.WriteEndObject();

        json.WriteIfSet("successTopics"u8, options.SuccessTopics);
        json.WriteIfSet("failureTopics"u8, options.FailureTopics);
        json.WriteEndObject();
    }
}
