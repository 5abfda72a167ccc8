using System.Net;
using System.Text.Json;

namespace FmeTyped;

/// <summary>Asks for the server's health, which both versions tell alike. A server that is not well says so with 503 and the same body.</summary>
internal static class HealthReader
{
    public static async Task<FmeServerHealth> GetAsync(ServerConnection connection, string path, CancellationToken cancellationToken)
    {
        ServerConnection anonymous = connection.Anonymous();
        Exchange exchange = anonymous.Prepare(
            new ErrorContext("ask for the server's health"), HttpMethod.Get, path, "application/json", connection.RequestTimeout, content: null, cancellationToken);
        return await exchange.ReadAsync(Read).ConfigureAwait(false);
    }

    private static FmeServerHealth Read(Exchange exchange, Answer answer)
    {
        JsonElement? json = answer.TryReadObject(out Exception? cause);
        if (!answer.IsSuccess && (answer.StatusCode != HttpStatusCode.ServiceUnavailable || json?.GetWords("status"u8) is null))
        {
            throw exchange.Failures.Refused(answer);
        }

        return json?.GetWords("status"u8) is { } status
            ? new FmeServerHealth
            {
                Status = status,
                IsOk = answer.IsSuccess && string.Equals(status, "ok", StringComparison.OrdinalIgnoreCase),
                Message = json.Value.GetWords("message"u8),
                Components = ComponentsOf(json.Value),
                Json = json.Value,
            }
            : throw exchange.Failures.NotUnderstood(answer, "the server's health", cause);
    }

    private static Dictionary<string, string> ComponentsOf(JsonElement json)
    {
        var components = new Dictionary<string, string>(StringComparer.Ordinal);
        if (json.TryGetProperty("components", out JsonElement list) && list.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement component in list.EnumerateArray())
            {
                if (component.ValueKind == JsonValueKind.Object && component.GetWords("component"u8) is { } name)
                {
                    components[name] = component.GetWords("status"u8) ?? "";
                }
            }
        }

        return components;
    }
}
