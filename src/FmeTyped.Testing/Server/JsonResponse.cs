using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;

namespace FmeTyped.Testing;

/// <summary>How both versions of the API write JSON.</summary>
internal static class JsonResponse
{
    // Times and values that a job has not reached yet are left out of its record: A008.
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,

        // Quotes as \", which the recorded texts of errors have, and not as \u0022: the body is JSON and never part of a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static IResult From<T>(T body, int statusCode = StatusCodes.Status200OK) => Results.Json(body, Options, statusCode: statusCode);

    /// <summary>Serializes a response that is not sent as JSON.</summary>
    public static JsonNode NodeFrom<T>(T body) => JsonSerializer.SerializeToNode(body, Options)!;

    /// <summary>A time in the format of the fixtures: UTC, whole seconds.</summary>
    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
