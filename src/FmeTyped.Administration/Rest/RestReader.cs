using System.Runtime.CompilerServices;
using System.Text.Json;

namespace FmeTyped.Administration;

/// <summary>Reads what a server has: one object, or a list page by page.</summary>
internal sealed class RestReader(ServerConnection connection)
{
    private const string Json = "application/json";
    private const int PageSize = 200;

    // Errors are JSON even when the request asks for a file.
    private const string FileOrErrors = "application/octet-stream, application/json;q=0.5";

    public ServerConnection Connection => connection;

    /// <summary>Reads an object.</summary>
    /// <param name="operation">The operation, for errors.</param>
    /// <param name="path">The path with its query.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public async Task<JsonElement> GetObjectAsync(string operation, string path, CancellationToken cancellationToken)
    {
        return await Prepare(new ErrorContext(operation), path, cancellationToken).ReadAsync(JsonResponses.ReadObject).ConfigureAwait(false);
    }

    /// <summary>Reads an object; null if the server responds that it is forbidden or missing.</summary>
    public async Task<JsonElement?> FindObjectAsync(string operation, string path, CancellationToken cancellationToken)
    {
        try
        {
            return await GetObjectAsync(operation, path, cancellationToken).ConfigureAwait(false);
        }
        catch (FmeException refusal) when (refusal is FmeForbiddenException or FmeNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Reads a list from one response, as a bare array or a member of an object.</summary>
    /// <param name="operation">The operation, for errors.</param>
    /// <param name="path">The path with its query.</param>
    /// <param name="members">The members that may contain it.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public async Task<JsonElement> GetArrayAsync(string operation, string path, string[] members, CancellationToken cancellationToken)
    {
        return await Prepare(new ErrorContext(operation), path, cancellationToken).ReadAsync((call, response) =>
            Accept(call, response).TryReadJson(out Exception? cause) is { } json && FindArray(json, members) is { } array
                ? array
                : throw call.Errors.NotUnderstood(response, "a list", cause)).ConfigureAwait(false);
    }

    /// <summary>Reads a list page by page, each only when it is reached.</summary>
    /// <typeparam name="T">The type of an item.</typeparam>
    /// <param name="context">The operation, for errors.</param>
    /// <param name="path">The path, with or without a query.</param>
    /// <param name="read">Reads an item.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public async IAsyncEnumerable<T> ListAsync<T>(
        ErrorContext context, string path, Func<JsonElement, T> read, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (JsonElement item in ListAsync(context, path, cancellationToken).ConfigureAwait(false))
        {
            yield return read(item);
        }
    }

    /// <summary>Reads a list page by page, each only when it is reached.</summary>
    /// <param name="context">The operation, for errors.</param>
    /// <param name="path">The path, with or without a query.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public async IAsyncEnumerable<JsonElement> ListAsync(ErrorContext context, string path, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        char joint = path.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        var reading = new PagedReading(context);
        long offset = 0;
        while (true)
        {
            (JsonElement page, JsonElement items) = await GetPageAsync(context, $"{path}{joint}limit={PageSize}&offset={offset}", cancellationToken)
                .ConfigureAwait(false);
            reading.Add(items);
            foreach (JsonElement item in items.EnumerateArray())
            {
                if (item.ValueKind == JsonValueKind.Object)
                {
                    yield return item;
                }
            }

            int count = items.GetArrayLength();
            offset += count;
            long? total = page.ValueKind == JsonValueKind.Object ? page.GetInteger("totalCount"u8) : null;

            // A bare array, or a page with another offset than requested, is the whole list: A091. So is a page that is longer than requested, without a total.
            bool isWhole = page.ValueKind == JsonValueKind.Array || (page.GetInteger("offset"u8) is { } begin && begin != offset - count);
            if (isWhole || count == 0 || (total is null ? count != PageSize : offset >= total))
            {
                yield break;
            }
        }
    }

    /// <summary>Opens a file.</summary>
    public Task<Stream> OpenAsync(string operation, string path, CancellationToken cancellationToken)
    {
        HttpCall call = connection.Prepare(
            new ErrorContext(operation), HttpMethod.Get, path, FileOrErrors, connection.RequestTimeout, content: null, cancellationToken);
        return OpenAsync(call);
    }

    /// <summary>A query parameter; none for null.</summary>
    public static string Query(string name, string? value) => value is null ? "" : $"{name}={Uri.EscapeDataString(value)}";

    /// <summary>A path with the query parameters that are not null.</summary>
    public static string WithQuery(string path, params ReadOnlySpan<string> members)
    {
        char joint = '?';
        foreach (string member in members)
        {
            if (member.Length > 0)
            {
                path += joint + member;
                joint = '&';
            }
        }

        return path;
    }

    private static async Task<Stream> OpenAsync(HttpCall call) => await call.OpenStreamAsync().ConfigureAwait(false);

    private static ServerResponse Accept(HttpCall call, ServerResponse response) => response.IsSuccess ? response : throw call.Errors.Refused(response);

    private static JsonElement? FindArray(JsonElement json, string[] members)
    {
        if (json.ValueKind == JsonValueKind.Array)
        {
            return json;
        }

        foreach (string member in members)
        {
            if (json.ValueKind == JsonValueKind.Object && json.TryGetProperty(member, out JsonElement value) && value.ValueKind == JsonValueKind.Array)
            {
                return value;
            }
        }

        return null;
    }

    private async Task<(JsonElement Page, JsonElement Items)> GetPageAsync(ErrorContext context, string path, CancellationToken cancellationToken)
    {
        return await Prepare(context, path, cancellationToken).ReadAsync(static (call, response) =>
            Accept(call, response).TryReadJson(out Exception? cause) is { } page && FindArray(page, ["items"]) is { } items
                ? (page, items)
                : throw call.Errors.NotUnderstood(response, "a page of a list", cause)).ConfigureAwait(false);
    }

    private HttpCall Prepare(ErrorContext context, string path, CancellationToken cancellationToken) =>
        connection.Prepare(context, HttpMethod.Get, path, Json, connection.RequestTimeout, content: null, cancellationToken);
}
