using System.Text.Json;

namespace FmeTyped;

/// <summary>Reads the value of a published parameter in a job's record: a text or a list of texts.</summary>
internal static class RepeatedValue
{
    public static FmeParameterValue? Read(JsonElement value)
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

            return texts.ToFmeList();
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
