using System.Net;
using System.Text.Json;

namespace FmeTyped;

/// <summary>The requests of a health check, to which both versions respond alike. An unhealthy server responds with 503 and the same body.</summary>
/// <param name="connection">Sends the requests.</param>
/// <param name="liveness">The path of the liveness check: whether the server responds.</param>
/// <param name="readiness">The path of the readiness check: whether it can run jobs.</param>
/// <param name="smallestRead">The path of the smallest GET that needs a token.</param>
internal sealed class HealthApi(ServerConnection connection, string liveness, string readiness, string smallestRead)
{
    /// <summary>Gets the server's health. Needs no token.</summary>
    /// <param name="ready">True to check whether it can run jobs; false to check whether it responds.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    public async Task<ServerHealth> GetHealthAsync(bool ready, CancellationToken cancellationToken)
    {
        HttpCall call = connection.Anonymous().Prepare(
            new ErrorContext("ask for the server's health"),
            HttpMethod.Get,
            ready ? readiness : liveness,
            "application/json",
            connection.RequestTimeout,
            content: null,
            cancellationToken);
        return await call.ReadAsync(Read).ConfigureAwait(false);
    }

    /// <summary>Checks that the server accepts the token, with the smallest GET there is.</summary>
    public async Task CheckAccessAsync(CancellationToken cancellationToken)
    {
        HttpCall call = connection.Prepare(
            new ErrorContext("list the repositories"),
            HttpMethod.Get,
            smallestRead,
            "application/json",
            connection.RequestTimeout,
            content: null,
            cancellationToken);
        await call.ReadAsync(JsonResponses.ReadObject).ConfigureAwait(false);
    }

    private static ServerHealth Read(HttpCall call, ServerResponse response)
    {
        JsonElement? json = response.TryReadObject(out Exception? cause);
        if (!response.IsSuccess && (response.StatusCode != HttpStatusCode.ServiceUnavailable || json?.GetNonBlankText("status"u8) is null))
        {
            throw call.Errors.Refused(response);
        }

        return json?.GetNonBlankText("status"u8) is { } status
            ? new ServerHealth(
                response.IsSuccess && string.Equals(status, "ok", StringComparison.OrdinalIgnoreCase),
                status,
                json.Value.GetNonBlankText("message"u8),
                ComponentsOf(json.Value),
                json.Value)
            : throw call.Errors.NotUnderstood(response, "the server's health", cause);
    }

    private static Dictionary<string, string> ComponentsOf(JsonElement json)
    {
        var components = new Dictionary<string, string>(StringComparer.Ordinal);
        if (json.TryGetProperty("components", out JsonElement list) && list.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement component in list.EnumerateArray())
            {
                if (component.ValueKind == JsonValueKind.Object && component.GetNonBlankText("component"u8) is { } name)
                {
                    components[name] = component.GetNonBlankText("status"u8) ?? "";
                }
            }
        }

        return components;
    }
}
