using System.Text;
using System.Text.Json;
using FmeTyped.Tool.Masking;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace FmeTyped.Tool.Recording;

/// <summary>Writes a body in the form that is the most readable: JSON, a form, the parts of a form with files, text, or just its length.</summary>
/// <param name="text">Masks texts.</param>
/// <param name="secrets">The secret parameters.</param>
internal sealed class RecordedBodyWriter(TextMask text, SecretParameters secrets)
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly JsonMask _json = new(text, secrets);
    private readonly AddressText _address = new(text, secrets);
    private readonly HeaderMask _headers = new(text);

    /// <param name="json">Writes the exchange.</param>
    /// <param name="body">The body.</param>
    /// <param name="contentType">Its type; null if it has none.</param>
    /// <param name="path">Where it was sent.</param>
    /// <param name="isFile">Whether it is a file or a result, whatever its format is.</param>
    public void Write(Utf8JsonWriter json, CapturedBody body, string? contentType, FlowPath path, bool isFile)
    {
        if (body.IsLarge)
        {
            json.WriteNumber(RecordedNames.Bytes, body.Length);
            json.WriteString(RecordedNames.Hash, body.Hash());
        }
        else if (body.Length > 0)
        {
            WriteContent(json, body.Bytes, contentType ?? "", path, isFile);
        }
    }

    private void WriteContent(Utf8JsonWriter json, ReadOnlyMemory<byte> bytes, string contentType, FlowPath path, bool isFile)
    {
        if (contentType.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase))
        {
            WriteParts(json, bytes, contentType, path);
        }
        else if (FindText(bytes.Span) is not { } content)
        {
            WriteBytes(json, bytes);
        }
        else if (contentType.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase))
        {
            json.WriteString(RecordedNames.Form, _address.MaskValues(content, path));
        }
        else if (FindJson(bytes, contentType) is { } document)
        {
            using (document)
            {
                json.WritePropertyName(RecordedNames.Json);
                bool isApi = path.IsApi && !isFile && (!path.IsService || IsOfService(document.RootElement));
                if (isApi)
                {
                    _json.WriteApi(json, document.RootElement, path.IsLog);
                }
                else
                {
                    _json.WriteContent(json, document.RootElement);
                }
            }
        }
        else
        {
            WriteText(json, text.Mask(content, path.IsLog ? PrivateKind.LogLine : path.IsToken ? PrivateKind.Secret : PrivateKind.Value));
        }
    }

    private void WriteParts(Utf8JsonWriter json, ReadOnlyMemory<byte> bytes, string contentType, FlowPath path)
    {
        // The whole body is in memory, so that reading never waits.
        List<(KeyValuePair<string, string>[] Headers, string? Name, byte[] Body)> parts = [];
        try
        {
            string boundary = HeaderUtilities.RemoveQuotes(MediaTypeHeaderValue.Parse(contentType).Boundary).ToString();
            var reader = new MultipartReader(boundary, new MemoryStream(bytes.ToArray()));
            while (reader.ReadNextSectionAsync().GetAwaiter().GetResult() is { } section)
            {
                using var body = new MemoryStream();
                section.Body.CopyTo(body);
                string? name = ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out ContentDispositionHeaderValue? disposition)
                    ? HeaderUtilities.RemoveQuotes(disposition.Name).ToString()
                    : null;
                parts.Add(([.. (section.Headers ?? []).Select(header => KeyValuePair.Create(header.Key, header.Value.ToString()))], name, body.ToArray()));
            }
        }
        catch (Exception fault) when (fault is IOException or InvalidDataException or FormatException or ArgumentException)
        {
            json.WriteNumber(RecordedNames.Bytes, bytes.Length);
            return;
        }

        json.WriteStartArray(RecordedNames.Parts);
        foreach ((KeyValuePair<string, string>[] headers, string? name, byte[] body) in parts)
        {
            json.WriteStartObject();
            RecordedHeaders.Write(json, headers, _headers);
            if (FindText(body) is not { } content)
            {
                WriteBytes(json, body);
            }
            else
            {
                WriteText(json, text.Mask(content, name is not null && secrets.Has(name) ? PrivateKind.Secret : PrivateKind.Value));
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteBytes(Utf8JsonWriter json, ReadOnlyMemory<byte> bytes)
    {
        if (text.KeepsValues)
        {
            json.WriteBase64String(RecordedNames.Base64, bytes.Span);
        }
        else
        {
            json.WriteNumber(RecordedNames.Bytes, bytes.Length);
        }
    }

    // A line an item, since JSON has no text of several lines.
    private static void WriteText(Utf8JsonWriter json, string masked)
    {
        json.WriteStartArray(RecordedNames.Text);
        foreach (string line in masked.Split('\n'))
        {
            json.WriteStringValue(line);
        }

        json.WriteEndArray();
    }

    private static string? FindText(ReadOnlySpan<byte> bytes)
    {
        try
        {
            string found = StrictUtf8.GetString(bytes);
            return found.AsSpan().ContainsAnyInRange('\0', '\b') ? null : found;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static JsonDocument? FindJson(ReadOnlyMemory<byte> bytes, string contentType)
    {
        if (!IsJson(contentType))
        {
            return null;
        }

        try
        {
            var document = JsonDocument.Parse(bytes);
            if (HasSoundTexts(document.RootElement))
            {
                return document;
            }

            document.Dispose();
            return null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Whether a body is said to be JSON.</summary>
    public static bool IsJson(string? contentType) =>
        contentType?.Split(';')[0].Trim() is { } type
        && (type.EndsWith("/json", StringComparison.OrdinalIgnoreCase) || type.EndsWith("+json", StringComparison.OrdinalIgnoreCase));

    // JSON can escape half a character, which no text can hold.
    private static bool HasSoundTexts(JsonElement json)
    {
        try
        {
            return json.ValueKind switch
            {
                JsonValueKind.Array => json.EnumerateArray().All(HasSoundTexts),
                JsonValueKind.Object => json.EnumerateObject().All(member => member.Name is not null && HasSoundTexts(member.Value)),
                JsonValueKind.String => json.GetString() is not null,
                _ => true,
            };
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static bool IsOfService(JsonElement root) => root.ValueKind == JsonValueKind.Object && root.TryGetProperty("serviceResponse", out _);
}
