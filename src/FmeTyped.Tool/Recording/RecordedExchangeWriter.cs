using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using FmeTyped.Tool.Masking;

namespace FmeTyped.Tool.Recording;

/// <summary>Writes an exchange as JSON without what is private. Not thread-safe.</summary>
/// <param name="text">Masks texts.</param>
/// <param name="secrets">The secret parameters.</param>
internal sealed class RecordedExchangeWriter(TextMask text, SecretParameters secrets)
{
    private static readonly JsonWriterOptions Readable = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly AddressText _address = new(text, secrets);
    private readonly HeaderMask _headers = new(text);
    private readonly RecordedBodyWriter _bodies = new(text, secrets);

    public string Write(CapturedExchange exchange)
    {
        // What is secret at one place is masked at every other. The first time all such places are found.
        Describe(exchange);
        return Describe(exchange);
    }

    /// <summary>Path and query without what is private.</summary>
    public string MaskTarget(string target) => _address.MaskTarget(target);

    private string Describe(CapturedExchange exchange)
    {
        var path = new FlowPath(exchange.Target);
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            json.WriteStartObject();
            json.WriteString(RecordedNames.SentAt, exchange.SentAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
            json.WriteStartObject(RecordedNames.Request);
            json.WriteString(RecordedNames.Method, exchange.Method);
            json.WriteString(RecordedNames.Target, MaskTarget(exchange.Target));
            RecordedHeaders.Write(json, exchange.RequestHeaders, _headers);
            _bodies.Write(json, exchange.RequestBody, HeaderOf(exchange.RequestHeaders, "Content-Type"), path, path.IsFile);
            json.WriteEndObject();
            if (exchange.Status is { } status)
            {
                json.WriteStartObject(RecordedNames.Response);
                json.WriteNumber(RecordedNames.Status, status);
                json.WriteNumber(RecordedNames.Seconds, Math.Round(exchange.Duration.TotalSeconds, 3));
                RecordedHeaders.Write(json, exchange.ResponseHeaders, _headers);
                bool isFile = status is >= 200 and < 300
                    && (path.IsFile || HeaderOf(exchange.ResponseHeaders, "Content-Disposition") is not null)
                    && !IsListing(exchange);
                _bodies.Write(json, exchange.ResponseBody, HeaderOf(exchange.ResponseHeaders, "Content-Type"), path, isFile);
                json.WriteEndObject();
            }

            if (exchange.BrokenOff is { } why)
            {
                json.WriteString(RecordedNames.BrokenOff, why);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length) + "\n";
    }

    // Version 3 has lists of files and the files themselves under one path. Only the request tells which was asked for.
    private static bool IsListing(CapturedExchange exchange) =>
        exchange.Target.Contains("/filesys", StringComparison.Ordinal)
        && !exchange.Target.Contains("accept=contents", StringComparison.OrdinalIgnoreCase)
        && HeaderOf(exchange.ResponseHeaders, "Content-Disposition") is null
        && HeaderOf(exchange.RequestHeaders, "Accept")?.Contains("json", StringComparison.OrdinalIgnoreCase) == true;

    private static string? HeaderOf(IEnumerable<KeyValuePair<string, string>> headers, string name) =>
        headers.Where(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(header => header.Value).FirstOrDefault();
}
