using System.Text.Json;

namespace FmeTyped;

/// <summary>Reads responses that must be JSON.</summary>
internal static class JsonResponses
{
    /// <summary>The JSON object of a successful response; everything else throws.</summary>
    public static JsonElement ReadObject(this HttpCall call, ServerResponse response)
    {
        if (!response.IsSuccess)
        {
            throw call.Errors.Refused(response);
        }

        return response.TryReadObject(out Exception? cause) ?? throw call.Errors.NotUnderstood(response, cause: cause);
    }

    /// <summary>As above, but over the response's body, and valid only as long as the body.</summary>
    public static JsonDocument ParseObject(this HttpCall call, ServerResponse response)
    {
        if (!response.IsSuccess)
        {
            throw call.Errors.Refused(response);
        }

        JsonDocument? document = response.TryParse(out Exception? cause);
        if (document is { RootElement.ValueKind: JsonValueKind.Object })
        {
            return document;
        }

        document?.Dispose();
        throw call.Errors.NotUnderstood(response, cause: cause);
    }
}
