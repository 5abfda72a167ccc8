using System.Text.Json;
using FmeTyped.Metadata;
using static FmeTyped.Testing.RequestJson;

namespace FmeTyped.Testing;

/// <summary>
/// Reads the body of submit and transact: <c>publishedParameters</c>, <c>TMDirectives</c>, <c>NMDirectives</c>. Keys and formats are
/// those that fmeflow-cli sends.
/// </summary>
internal static class V3SubmissionReader
{
    /// <param name="workspace">The workspace to run.</param>
    /// <param name="body">The body.</param>
    /// <param name="note">Receives problems that are accepted.</param>
    /// <exception cref="RefusedException">The body is not JSON, or not of the form of v3.</exception>
    public static JobOrder Read(PublishedWorkspace workspace, string body, Action<string> note) => RequestJson.Read(body, root =>
        ReadNotifications(ReadTransaction(new JobOrder(workspace, ReadParameters(root, note)), root), root));

    private static Dictionary<string, FmeParameterValue> ReadParameters(JsonElement root, Action<string> note)
    {
        var values = new Dictionary<string, FmeParameterValue>(StringComparer.Ordinal);
        if (Optional(root, "publishedParameters") is not { } parameters)
        {
            return values;
        }

        if (parameters.ValueKind == JsonValueKind.Object)
        {
            throw Invalid("publishedParameters has to be an array of {\"name\", \"value\"} in REST v3; an object of names and values is what REST v4 takes.");
        }

        foreach (JsonElement item in Expect(parameters, JsonValueKind.Array, "publishedParameters").EnumerateArray())
        {
            JsonElement parameter = Expect(item, JsonValueKind.Object, "A published parameter");
            string name = Text(Member(parameter, "name", "A published parameter"), "The name of a published parameter");
            if (!values.TryAdd(name, ParameterValue(Member(item, "value", name), name)))
            {
                // It is not known which one a server takes: A005.
                note($"{name}: is given twice, and only the first one counts.");
            }
        }

        return values;
    }

    private static JobOrder ReadTransaction(JobOrder order, JsonElement root)
    {
        if (Optional(root, "TMDirectives") is not { } directives)
        {
            return order;
        }

        Expect(directives, JsonValueKind.Object, "TMDirectives");
        return order with
        {
            Queue = OptionalText(directives, "tag") ?? order.Queue,
            Description = OptionalText(directives, "description") ?? order.Description,
            RunLimit = Limit(directives, "ttc"),
            QueueLimit = Limit(directives, "ttl"),
            RunUntilCancelled = Optional(directives, "rtc") is { } rtc && rtc.ValueKind switch
            {
                JsonValueKind.True => true,
                JsonValueKind.False => false,
                var kind => throw Invalid($"rtc has to be true or false; found {Describe(kind)}."),
            },
        };
    }

    private static JobOrder ReadNotifications(JobOrder order, JsonElement root)
    {
        if (Optional(root, "NMDirectives") is not { } directives)
        {
            return order;
        }

        Expect(directives, JsonValueKind.Object, "NMDirectives");
        return order with
        {
            Directives = [.. Items(directives, "directives").Select(item => KeyValuePair.Create(
                Text(Member(Expect(item, JsonValueKind.Object, "A directive"), "name", "A directive"), "The name of a directive"),
                Text(Member(item, "value", "A directive"), "The value of a directive")))],
            SuccessTopics = [.. Items(directives, "successTopics").Select(topic => Text(topic, "A topic"))],
            FailureTopics = [.. Items(directives, "failureTopics").Select(topic => Text(topic, "A topic"))],
        };
    }
}
