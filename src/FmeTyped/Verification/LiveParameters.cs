using System.Text.Json;

namespace FmeTyped;

/// <summary>
/// Reads the parameter records of a server as far as a comparison needs them. The readers of schema files know more, and say the same about what is
/// read here; the runtime does not have them.
/// </summary>
internal static class LiveParameters
{
    public static IReadOnlyList<LiveParameter> Read(JsonElement records)
    {
        var parameters = new List<LiveParameter>();
        Add(records, isOffered: true, parameters);
        return parameters;
    }

    private static void Add(JsonElement records, bool isOffered, List<LiveParameter> parameters)
    {
        foreach (JsonElement record in records.EnumerateArray())
        {
            if (record.ValueKind != JsonValueKind.Object)
            {
                continue;
            }

            if (record.GetText("type"u8) == "group")
            {
                if (record.TryGetProperty("parameters", out JsonElement members) && members.ValueKind == JsonValueKind.Array)
                {
                    Add(members, isOffered && LiveVisibility.IsOffered(record), parameters);
                }
            }
            else if (record.GetText("name"u8) is { } name && record.GetText("type"u8) is { } type)
            {
                LiveParameter read = IsV4(record, type) ? LiveV4Parameter.Read(record, name, type) : LiveV3Parameter.Read(record, name, type);
                parameters.Add(read with { IsOffered = isOffered && read.IsOffered });
            }
        }
    }

    // Where no key tells, the type does: v3 writes LISTBOX, v4 listbox.
    private static bool IsV4(JsonElement record, string type) =>
        HasAny(record, "prompt", "valueType", "required", "choiceSettings")
        || (!HasAny(record, "model", "description", "optional", "listOptions") && type.Length > 0 && char.IsLower(type[0]));

    private static bool HasAny(JsonElement record, params ReadOnlySpan<string> keys)
    {
        foreach (string key in keys)
        {
            if (record.TryGetProperty(key, out _))
            {
                return true;
            }
        }

        return false;
    }
}
