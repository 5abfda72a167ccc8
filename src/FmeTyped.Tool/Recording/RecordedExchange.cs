using System.Text.Json;
using FmeTyped.Tool.Terminal;

namespace FmeTyped.Tool.Recording;

/// <summary>An exchange of a recording, as its file has it.</summary>
internal sealed class RecordedExchange
{
    private readonly JsonElement _request;
    private readonly JsonElement? _response;

    private RecordedExchange(string name, JsonElement request, JsonElement? response, string? brokenOff)
    {
        Name = name;
        _request = request;
        _response = response;
        BrokenOff = brokenOff;
        Method = request.GetProperty(RecordedNames.Method).GetString()!;
        Target = request.GetProperty(RecordedNames.Target).GetString()!;
        Status = response?.GetProperty(RecordedNames.Status).GetInt32();
    }

    /// <summary>The file's name.</summary>
    public string Name { get; }

    public string Method { get; }

    /// <summary>Path and query, with placeholders.</summary>
    public string Target { get; }

    /// <summary>The status code; null if there was no response.</summary>
    public int? Status { get; }

    /// <summary>Why the response is missing or incomplete; null if it is complete.</summary>
    public string? BrokenOff { get; }

    /// <summary>The path, with placeholders.</summary>
    public string Path => Target.Split('?')[0];

    /// <summary>The time from the request to the end of the response.</summary>
    public TimeSpan Duration => TimeSpan.FromSeconds(_response?.GetProperty(RecordedNames.Seconds).GetDouble() ?? 0);

    public IEnumerable<(string Name, string Value)> RequestHeaders => HeadersOf(_request);

    public IEnumerable<(string Name, string Value)> ResponseHeaders => _response is { } response ? HeadersOf(response) : [];

    /// <summary>The response's body, if it is JSON.</summary>
    public JsonElement? ResponseJson => Find(RecordedNames.Json);

    /// <summary>The response's body as text; null if the recording has none.</summary>
    public string? ResponseText => (Find(RecordedNames.Json), Find(RecordedNames.Text), Find(RecordedNames.Form)) switch
    {
        ({ } json, _, _) => json.GetRawText(),
        (_, { } lines, _) => string.Join('\n', lines.EnumerateArray().Select(line => line.GetString())),
        (_, _, { } form) => form.GetString(),
        _ => null,
    };

    /// <summary>The response's body if it is no text; null if the recording does not have it.</summary>
    public byte[]? ResponseBytes => Find(RecordedNames.Base64)?.GetBytesFromBase64();

    /// <summary>The length of a response's body that the recording does not have; null if it has it.</summary>
    public long? OmittedLength => Find(RecordedNames.Bytes)?.GetInt64();

    /// <exception cref="ToolException">The file is not one of a recording.</exception>
    public static RecordedExchange Read(string path)
    {
        string name = System.IO.Path.GetFileName(path);
        try
        {
            // A body of the greatest depth stands in the exchange.
            var options = new JsonDocumentOptions { MaxDepth = 128 };
            using var document = JsonDocument.Parse(File.ReadAllBytes(path), options);
            JsonElement root = document.RootElement.Clone();
            JsonElement? response = root.TryGetProperty(RecordedNames.Response, out JsonElement found) ? found : null;
            string? brokenOff = root.TryGetProperty(RecordedNames.BrokenOff, out JsonElement why) ? why.GetString() : null;
            var exchange = new RecordedExchange(name, root.GetProperty(RecordedNames.Request), response, brokenOff);

            // Everything is read once, so that a fault shows here.
            _ = (exchange.RequestHeaders.Count(), exchange.ResponseHeaders.Count(), exchange.ResponseText, exchange.ResponseBytes, exchange.Duration);
            return exchange.OmittedLength < 0 || exchange.Status is < 100 or > 999 ? throw new FormatException() : exchange;
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or OverflowException)
        {
            throw new ToolException($"{path} is not a file of a recording that fmetyped record wrote. Remove it from the folder, or record again.");
        }
    }

    private static IEnumerable<(string Name, string Value)> HeadersOf(JsonElement owner) =>
        owner.GetProperty(RecordedNames.Headers).EnumerateObject().SelectMany(header => header.Value.ValueKind == JsonValueKind.Array
            ? header.Value.EnumerateArray().Select(value => (header.Name, value.GetString()!))
            : [(header.Name, header.Value.GetString()!)]);

    private JsonElement? Find(string name) => _response?.TryGetProperty(name, out JsonElement found) == true ? found : null;
}
