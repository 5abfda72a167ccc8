using System.Text.Json;
using FmeTyped.Metadata;
using static FmeTyped.Testing.RequestJson;

namespace FmeTyped.Testing;

/// <summary>Reads the body of a submission. Keys: the OpenAPI document and what fmeflow-cli sends.</summary>
internal static class V4SubmissionReader
{
    private const string TotalLimitKey = "maxTotalLifeTime";
    private static readonly TimeSpan MaxTotalLimit = TimeSpan.FromDays(1);

    /// <param name="body">The body.</param>
    /// <param name="findWorkspace">Finds the workspace to run by repository and name.</param>
    /// <param name="isWaiting">Whether the caller waits for the job. Only then can its total lifetime be limited.</param>
    /// <param name="note">Receives problems that are accepted.</param>
    /// <exception cref="RefusedException">The body is not JSON, or not of the form of v4.</exception>
    public static JobOrder Read(string body, Func<string, string, PublishedWorkspace> findWorkspace, bool isWaiting, Action<string> note) =>
        RequestJson.Read(body, root =>
    {
        PublishedWorkspace workspace = findWorkspace(RequiredText(root, "repository"), RequiredText(root, "workspace"));
        foreach (string key in (string[])["TMDirectives", "NMDirectives"])
        {
            if (root.TryGetProperty(key, out _))
            {
                note($"{key} belongs to REST v3 and is ignored.");
            }
        }

        var order = new JobOrder(workspace, ReadParameters(root, note));
        return order with
        {
            Queue = OptionalText(root, "queue") ?? order.Queue,
            RunLimit = Limit(root, "maxJobRuntime"),
            QueueLimit = Limit(root, "maxTimeInQueue"),
            TotalLimit = ReadTotalLimit(root, isWaiting, note),
            Directives = ReadDirectives(root),
            SuccessTopics = ReadTopics(root, "successTopics"),
            FailureTopics = ReadTopics(root, "failureTopics"),
        };
    });

    private static Dictionary<string, FmeParameterValue> ReadParameters(JsonElement root, Action<string> note)
    {
        var values = new Dictionary<string, FmeParameterValue>(StringComparer.Ordinal);
        if (Optional(root, "publishedParameters") is not { } parameters)
        {
            return values;
        }

        if (parameters.ValueKind == JsonValueKind.Array)
        {
            throw Invalid("publishedParameters has to be an object of names and values in REST v4; an array of {\"name\", \"value\"} is what REST v3 takes.");
        }

        foreach (JsonProperty parameter in Expect(parameters, JsonValueKind.Object, "publishedParameters").EnumerateObject())
        {
            // The specification has choices that are numbers, or true and false.
            if (!values.TryAdd(parameter.Name, ParameterValue(parameter.Value, parameter.Name, takesTrueAndFalse: true)))
            {
                // It is not known which one a server takes: A005.
                note($"{parameter.Name}: is given twice, and only the first one counts.");
            }
        }

        return values;
    }

    // A value outside the limits is ignored, as in fmeflow-cli's tests.
    private static TimeSpan? ReadTotalLimit(JsonElement root, bool isWaiting, Action<string> note)
    {
        TimeSpan? limit = Limit(root, TotalLimitKey);
        if (limit is null || (isWaiting && limit <= MaxTotalLimit))
        {
            return limit;
        }

        note(isWaiting
            ? $"{TotalLimitKey} is above {MaxTotalLimit.TotalSeconds} and is ignored."
            : $"{TotalLimitKey} is of jobs that are waited for, and is ignored.");
        return null;
    }

    private static KeyValuePair<string, string>[] ReadDirectives(JsonElement root) =>
        Optional(root, "directives") is { } directives
            ? [.. Expect(directives, JsonValueKind.Object, "directives").EnumerateObject().Select(directive =>
                KeyValuePair.Create(directive.Name, Text(directive.Value, $"The directive {directive.Name}")))]
            : [];

    private static string[] ReadTopics(JsonElement root, string key) => [.. Items(root, key).Select(topic => Text(topic, "A topic"))];

    private static string RequiredText(JsonElement root, string key) =>
        OptionalText(root, key) is { Length: > 0 } text ? text : throw V4Refusal.Invalid(key, "must not be blank");
}
