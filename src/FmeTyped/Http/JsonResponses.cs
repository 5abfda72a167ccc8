using System.Text.Json;

namespace FmeTyped;

/// <summary>Responses that have to be JSON.</summary>
internal static class JsonResponses
{
    /// <summary>The object that a success answers with; everything else throws.</summary>
    public static JsonElement ReadObject(this HttpCall call, ServerResponse response)
    {
        if (!response.IsSuccess)
        {
            throw call.Errors.Refused(response);
        }

        return response.TryReadObject(out Exception? cause) ?? throw call.Errors.NotUnderstood(response, cause: cause);
    }

    /// <summary>The same over the body of the response, and only as long as that is there.</summary>
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
