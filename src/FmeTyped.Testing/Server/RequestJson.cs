using System.Text;
using System.Text.Json;
using FmeTyped.Metadata;
using Microsoft.AspNetCore.Http;

namespace FmeTyped.Testing;

/// <summary>Reads JSON bodies of requests. A body with another format gives a 422: A005.</summary>
internal static class RequestJson
{
    /// <summary>Reads a body that is an object.</summary>
    /// <exception cref="RefusedException">The body is not a JSON object.</exception>
    public static T Read<T>(string body, Func<JsonElement, T> read)
    {
        try
        {
            RefuseHalfCharacters(body);
            using JsonDocument document = JsonDocument.Parse(body);
            return read(Expect(document.RootElement, JsonValueKind.Object, "The body"));
        }
        catch (JsonException exception)
        {
            throw Invalid($"The body is not JSON: {exception.Message}");
        }
    }

    /// <summary>An optional member; null if it is missing or null, which clients send for values that are not set.</summary>
    public static JsonElement? Optional(JsonElement owner, string key) =>
        owner.TryGetProperty(key, out JsonElement value) && value.ValueKind != JsonValueKind.Null ? value : null;

    // "Each published parameter contains a 'value' attribute that may contain either a list of items or a straightforward text
    // value": the article. Hajk sends sliders as JSON numbers, and servers take them.
    public static FmeParameterValue ParameterValue(JsonElement value, string name, bool takesTrueAndFalse = false) => value.ValueKind switch
    {
        JsonValueKind.Array => new FmeParameterValue(value.EnumerateArray().Select(item => Scalar(item, name, takesTrueAndFalse)).ToFmeList()),
        _ => new FmeParameterValue(Scalar(value, name, takesTrueAndFalse)),
    };

    public static JsonElement Member(JsonElement owner, string key, string ownerName) =>
        owner.TryGetProperty(key, out JsonElement value) ? value : throw Invalid($"{ownerName} has no \"{key}\".");

    public static string Text(JsonElement value, string what) => Expect(value, JsonValueKind.String, what).GetString()!;

    public static string? OptionalText(JsonElement owner, string key) =>
        Optional(owner, key) is { } value ? Text(value, key) : null;

    /// <summary>The items of an optional array.</summary>
    public static JsonElement[] Items(JsonElement owner, string key) =>
        Optional(owner, key) is { } value ? [.. Expect(value, JsonValueKind.Array, key).EnumerateArray()] : [];

    /// <summary>An optional number of seconds; below 1 is no limit, as the document of v4 says and recorded jobs of v3 have it.</summary>
    public static TimeSpan? Limit(JsonElement owner, string key)
    {
        if (Optional(owner, key) is not { } value)
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int seconds)
            ? seconds > 0 ? TimeSpan.FromSeconds(seconds) : null
            : throw Invalid($"{key} has to be a whole number of seconds.");
    }

    public static JsonElement Expect(JsonElement value, JsonValueKind kind, string what) =>
        value.ValueKind == kind ? value : throw Invalid($"{what} has to be {Describe(kind)}; found {Describe(value.ValueKind)}.");

    public static string Describe(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.True or JsonValueKind.False => "true or false",
        _ => "null",
    };

    public static RefusedException Invalid(string message) => new(StatusCodes.Status422UnprocessableEntity, message);

    // JSON can escape an unpaired surrogate, which is not a character and cannot be read as text.
    private static void RefuseHalfCharacters(string body)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(body));
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped)
            {
                try
                {
                    reader.GetString();
                }
                catch (InvalidOperationException)
                {
                    throw Invalid($"The body has half of a surrogate pair in a text that ends at byte {reader.BytesConsumed}.");
                }
            }
        }
    }

    private static string Scalar(JsonElement value, string name, bool takesTrueAndFalse) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.True or JsonValueKind.False when takesTrueAndFalse => value.GetRawText(),
        var kind => throw Invalid($"{name}: the value has to be a text or an array of texts; found {Describe(kind)}."),
    };
}
