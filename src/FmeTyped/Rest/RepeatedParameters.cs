using System.Text.Json;

namespace FmeTyped;

/// <summary>
/// Reads the published parameters that a job's record repeats. A value is a text or a list of texts. The server adds names of its own,
/// such as FME_SECURITY_USER.
/// </summary>
internal static class RepeatedParameters
{
    /// <summary>The values of version 3, an array of <c>{name, value}</c> or <c>{name, raw}</c>; null where there is none.</summary>
    public static IReadOnlyDictionary<string, FmeParameterValue>? ReadArray(JsonElement request)
    {
        if (request.ValueKind != JsonValueKind.Object
            || !request.TryGetProperty("publishedParameters", out JsonElement parameters)
            || parameters.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        var values = new Dictionary<string, FmeParameterValue>(StringComparer.Ordinal);
        foreach (JsonElement entry in parameters.EnumerateArray())
        {
            if (entry.ValueKind == JsonValueKind.Object
                && entry.GetText("name"u8) is { } name
                && (entry.TryGetProperty("value", out JsonElement value) || entry.TryGetProperty("raw", out value))
                && ReadValue(value) is { } read)
            {
                values[name] = read;
            }
        }

        return values;
    }

    /// <summary>The values of version 4, an object; null where there is none.</summary>
    public static IReadOnlyDictionary<string, FmeParameterValue>? ReadMap(JsonElement record)
    {
        if (record.GetObject("publishedParameters"u8) is not { } parameters)
        {
            return null;
        }

        var values = new Dictionary<string, FmeParameterValue>(StringComparer.Ordinal);
        foreach (JsonProperty entry in parameters.EnumerateObject())
        {
            if (ReadValue(entry.Value) is { } read)
            {
                values[entry.Name] = read;
            }
        }

        return values;
    }

    private static FmeParameterValue? ReadValue(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            var texts = new List<string>();
            foreach (JsonElement item in value.EnumerateArray())
            {
                if (TextOf(item) is { } one)
                {
                    texts.Add(one);
                }
            }

            return new FmeParameterValue(texts.ToFmeList());
        }

        if (TextOf(value) is { } text)
        {
            return text;
        }

        return null;
    }

    private static string? TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        _ => null,
    };
}
