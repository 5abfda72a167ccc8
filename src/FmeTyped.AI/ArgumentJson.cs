using System.Text.Json;
using Microsoft.Extensions.AI;

namespace FmeTyped.AI;

/// <summary>Arguments as JSON, whatever a client of a model makes of them.</summary>
internal static class ArgumentJson
{
    public static bool TryRead(object? value, out JsonElement json)
    {
        try
        {
            json = value is JsonElement element
                ? element
                : JsonSerializer.SerializeToElement(value, AIJsonUtilities.DefaultOptions.GetTypeInfo(value?.GetType() ?? typeof(object)));
            json = json.ValueKind == JsonValueKind.Undefined ? Null() : json;
            return IsText(json);
        }
        catch (Exception error) when (error is NotSupportedException or JsonException or InvalidOperationException or ArgumentException)
        {
            json = default;
            return false;
        }
    }

    /// <summary>All texts in a value.</summary>
    public static IEnumerable<string> TextsOf(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => [json.GetString()!],
        JsonValueKind.Array => json.EnumerateArray().SelectMany(TextsOf),
        JsonValueKind.Object => json.EnumerateObject().SelectMany(property => TextsOf(property.Value).Prepend(property.Name)),
        _ => [],
    };

    // Half of a surrogate pair can stand in JSON that was parsed, and throws only when it is read.
    private static bool IsText(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => json.GetString() is not null,
        JsonValueKind.Array => json.EnumerateArray().All(IsText),
        JsonValueKind.Object => json.EnumerateObject().All(property => property.Name is not null && IsText(property.Value)),
        _ => true,
    };

    private static JsonElement Null()
    {
        using var document = JsonDocument.Parse("null");
        return document.RootElement.Clone();
    }
}
