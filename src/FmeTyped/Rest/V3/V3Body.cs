using System.Text.Json;

namespace FmeTyped;

/// <summary>The body of a submission to REST API version 3. The directives for FME's transformation manager are written only if an option is set.</summary>
internal static class V3Body
{
    public static void Write(Utf8JsonWriter json, Submission submission)
    {
        FmeRunOptions options = submission.Options;
        json.WriteStartObject();
        json.WriteStartArray("publishedParameters"u8);
        new V3ParameterWriter(json, options.ExtraParameters) { Uploads = submission.Uploads }.WriteParameters(submission.Request);
        json.WriteEndArray();
        WriteTransformationManager(json, options);
        WriteNotificationManager(json, submission);
        json.WriteEndObject();
    }

    private static void WriteTransformationManager(Utf8JsonWriter json, FmeRunOptions options)
    {
        if (options is { Queue: null, MaximumQueueTime: null, MaximumRunTime: null, Description: null, Priority: null, RunUntilCancelled: null })
        {
            return;
        }

        json.WriteStartObject("TMDirectives"u8);
        json.WriteIfSet("tag"u8, options.Queue);
        json.WriteIfSet("ttl"u8, options.MaximumQueueTime);
        json.WriteIfSet("ttc"u8, options.MaximumRunTime);
        json.WriteIfSet("description"u8, options.Description);
        if (options.Priority is { } priority)
        {
            json.WriteNumber("priority"u8, priority);
        }

        if (options.RunUntilCancelled is { } isEndless)
        {
            json.WriteBoolean("rtc"u8, isEndless);
        }

        json.WriteEndObject();
    }

    private static void WriteNotificationManager(Utf8JsonWriter json, Submission submission)
    {
        FmeRunOptions options = submission.Options;
        json.WriteStartObject("NMDirectives"u8);
        json.WriteStartArray("directives"u8);
        if (options.Directives is { } directives)
        {
            foreach ((string name, string value) in directives)
            {
                WriteDirective(json, name, value);
            }
        }

        WriteDirective(json, FmeRunOptions.CorrelationDirective, submission.CorrelationKey);
        json.WriteEndArray();
        json.WriteIfSet("successTopics"u8, options.SuccessTopics);
        json.WriteIfSet("failureTopics"u8, options.FailureTopics);
        json.WriteEndObject();
    }

    private static void WriteDirective(Utf8JsonWriter json, string name, string value)
    {
        json.WriteStartObject();
        json.WriteString("name"u8, name);
        json.WriteString("value"u8, value);
        json.WriteEndObject();
    }
}
