using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FmeTyped.Generated;

/// <summary>Writes and reads handles of jobs as JSON, without reflection. Members that are not known are passed over.</summary>
public sealed class FmeJobHandleJsonConverter : JsonConverter<FmeJobHandle>
{
    /// <inheritdoc/>
    /// <exception cref="JsonException">The JSON is no handle.</exception>
    public override FmeJobHandle Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        return Read(document.RootElement) ?? throw new JsonException("The handle of a job needs a server and an id.");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, FmeJobHandle value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        Write(writer, value);
    }

    internal static string Text(FmeJobHandle handle)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            Write(writer, handle);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    internal static FmeJobHandle? Read(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object
        && Uri.TryCreate(TextOf(json, "server"), UriKind.Absolute, out Uri? server)
        && json.TryGetProperty("id", out JsonElement number)
        && number.ValueKind == JsonValueKind.Number
        && number.TryGetInt64(out long id)
        && id > 0
            ? new FmeJobHandle
            {
                ServerUrl = server,
                Id = id,
                Repository = TextOf(json, "repository"),
                Workspace = TextOf(json, "workspace"),
                CorrelationKey = TextOf(json, "correlationKey"),
                TimeSubmitted = json.TryGetProperty("timeSubmitted", out JsonElement time)
                    && time.ValueKind == JsonValueKind.String
                    && time.TryGetDateTimeOffset(out DateTimeOffset submitted)
                    ? submitted
                    : null,
                UploadFolder = TextOf(json, "uploadFolder"),
            }
            : null;

    private static string? TextOf(JsonElement json, string name) =>
        json.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static void Write(Utf8JsonWriter json, FmeJobHandle handle)
    {
        json.WriteStartObject();
        json.WriteString("server", handle.ServerUrl.AbsoluteUri);
        json.WriteNumber("id", handle.Id);
        WriteIfSet(json, "repository", handle.Repository);
        WriteIfSet(json, "workspace", handle.Workspace);
        WriteIfSet(json, "correlationKey", handle.CorrelationKey);
        if (handle.TimeSubmitted is { } time)
        {
            json.WriteString("timeSubmitted", time);
        }

        WriteIfSet(json, "uploadFolder", handle.UploadFolder);
        json.WriteEndObject();
    }

    private static void WriteIfSet(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }
}
