using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace FmeTyped.Testing;

/// <summary>
/// Reads the body of submit and transact: <c>publishedParameters</c>, <c>TMDirectives</c>, <c>NMDirectives</c>. Keys and forms are
/// those that fmeflow-cli sends. A body of another form is a 422: A005.
/// </summary>
internal static class V3SubmissionReader
{
    /// <param name="workspace">The workspace to run.</param>
    /// <param name="body">The body.</param>
    /// <param name="note">Takes what is accepted although it is no good.</param>
    /// <exception cref="RefusedException">The body is not JSON, or not of the form of v3.</exception>
    public static JobOrder Read(PublishedWorkspace workspace, string body, Action<string> note)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(body);
            JsonElement root = Expect(document.RootElement, JsonValueKind.Object, "The body");
            return ReadNotifications(
                ReadTransaction(new JobOrder(workspace, ReadParameters(root, note)), root),
                root);
        }
        catch (JsonException exception)
        {
            throw Invalid($"The body is not JSON: {exception.Message}");
        }
    }

    private static Dictionary<string, FmeParameterValue> ReadParameters(JsonElement root, Action<string> note)
    {
        var values = new Dictionary<string, FmeParameterValue>(StringComparer.Ordinal);
        if (!root.TryGetProperty("publishedParameters", out JsonElement parameters))
        {
            return values;
        }

        if (parameters.ValueKind == JsonValueKind.Object)
        {
            throw Invalid("publishedParameters has to be an array of {\"name\", \"value\"} in REST v3; an object of names and values is what REST v4 takes.");
        }

        foreach (JsonElement item in Expect(parameters, JsonValueKind.Array, "publishedParameters").EnumerateArray())
        {
            string name = Text(Member(Expect(item, JsonValueKind.Object, "A published parameter"), "name", "A published parameter"), "The name of a published parameter");
            if (!values.TryAdd(name, Value(Member(item, "value", name), name)))
            {
                // Which one a server takes is not known: A005.
                note($"{name}: is given twice, and only the first one counts.");
            }
        }

        return values;
    }

    // "Each published parameter contains a 'value' attribute that may contain either a list of items or a straightforward text
    // value": the article. Hajk sends sliders as JSON numbers, and servers take them.
    private static FmeParameterValue Value(JsonElement value, string name) => value.ValueKind switch
    {
        JsonValueKind.Array => new FmeParameterValue(value.EnumerateArray().Select(item => Scalar(item, name)).ToFmeList()),
        _ => new FmeParameterValue(Scalar(value, name)),
    };

    private static string Scalar(JsonElement value, string name) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Number => value.GetRawText(),
        var kind => throw Invalid($"{name}: the value has to be a text or an array of texts; found {Describe(kind)}."),
    };

    private static JobOrder ReadTransaction(JobOrder order, JsonElement root)
    {
        if (!root.TryGetProperty("TMDirectives", out JsonElement directives))
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
            RunUntilCancelled = directives.TryGetProperty("rtc", out JsonElement rtc) && rtc.ValueKind switch
            {
                JsonValueKind.True => true,
                JsonValueKind.False => false,
                var kind => throw Invalid($"rtc has to be true or false; found {Describe(kind)}."),
            },
        };
    }

    private static JobOrder ReadNotifications(JobOrder order, JsonElement root)
    {
        if (!root.TryGetProperty("NMDirectives", out JsonElement directives))
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

    // Recorded jobs have -1 for a limit that is not set.
    private static TimeSpan? Limit(JsonElement directives, string key)
    {
        if (!directives.TryGetProperty(key, out JsonElement value))
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int seconds)
            ? seconds > 0 ? TimeSpan.FromSeconds(seconds) : null
            : throw Invalid($"{key} has to be a whole number of seconds.");
    }

    private static JsonElement[] Items(JsonElement owner, string key) =>
        owner.TryGetProperty(key, out JsonElement value) ? [.. Expect(value, JsonValueKind.Array, key).EnumerateArray()] : [];

    private static string? OptionalText(JsonElement owner, string key) =>
        owner.TryGetProperty(key, out JsonElement value) && value.ValueKind != JsonValueKind.Null ? Text(value, key) : null;

    private static string Text(JsonElement value, string what) => Expect(value, JsonValueKind.String, what).GetString()!;

    private static JsonElement Member(JsonElement owner, string key, string ownerName) =>
        owner.TryGetProperty(key, out JsonElement value) ? value : throw Invalid($"{ownerName} has no \"{key}\".");

    private static JsonElement Expect(JsonElement value, JsonValueKind kind, string what) =>
        value.ValueKind == kind ? value : throw Invalid($"{what} has to be {Describe(kind)}; found {Describe(value.ValueKind)}.");

    private static string Describe(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.True or JsonValueKind.False => "true or false",
        _ => "null",
    };

    private static RefusedException Invalid(string message) => new(StatusCodes.Status422UnprocessableEntity, message);
}
