using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FmeTyped;

/// <summary>
/// All that must be stored of a job to go on with it in another process: <c>job.ToHandle()</c> returns it, <c>client.Resume(handle)</c> takes it.
/// It contains no secret. Its text form is JSON. Compared by value.
/// </summary>
[JsonConverter(typeof(FmeTextJsonConverter<FmeJobHandle>))]
public sealed class FmeJobHandle : IFmeText<FmeJobHandle>
{
    private const string NoHandle = "The text is not the handle of a job, as ToString gives it.";

    internal FmeJobHandle()
    {
    }

    /// <summary>The server's address.</summary>
    public Uri ServerUrl { get; internal init; } = null!;

    /// <summary>The job's id on that server.</summary>
    public long Id { get; internal init; }

    /// <summary>The repository, by its name on the server; null if this library did not submit the job.</summary>
    public string? Repository { get; internal init; }

    /// <summary>The workspace's file name; null if this library did not submit the job.</summary>
    public string? Workspace { get; internal init; }

    /// <summary>The key that was sent with the submission; null if this library did not submit the job.</summary>
    public string? CorrelationKey { get; internal init; }

    /// <summary>When the job was submitted, by the submitter's clock; null if this library did not submit the job.</summary>
    public DateTimeOffset? TimeSubmitted { get; internal init; }

    /// <summary>The folder on the server that the job's files were uploaded to; null if there is none.</summary>
    internal string? UploadFolder { get; init; }

    /// <summary>Whether the job is known to have existed on the server.</summary>
    internal bool IsOfSubmission => TimeSubmitted is not null;

    static bool IFmeText<FmeJobHandle>.IsJsonObject => true;

    /// <summary>Parses the text form.</summary>
    /// <param name="text">What <see cref="ToString"/> returned.</param>
    /// <exception cref="FormatException">The text is not a handle.</exception>
    public static FmeJobHandle Parse(string text) => TryParse(text, out FmeJobHandle? handle) ? handle : throw new FormatException(NoHandle);

    /// <summary>Parses the text form.</summary>
    /// <param name="text">What <see cref="ToString"/> returned.</param>
    /// <param name="handle">The handle; null if the text is not one.</param>
    /// <returns>Whether the text is a handle.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out FmeJobHandle? handle)
    {
        handle = null;
        if (text is null)
        {
            return false;
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            handle = Read(document.RootElement);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or ArgumentException)
        {
            return false; // The last two come from an unpaired surrogate: escaped, and as it is.
        }

        return handle is not null;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is FmeJobHandle other && ToString() == other.ToString();

    /// <inheritdoc/>
    public override int GetHashCode() => Id.GetHashCode();

    /// <summary>Returns the text form, which <see cref="Parse"/> parses.</summary>
    public override string ToString()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("server"u8, ServerUrl.AbsoluteUri);
            json.WriteNumber("id"u8, Id);
            json.WriteIfSet("repository"u8, Repository);
            json.WriteIfSet("workspace"u8, Workspace);
            json.WriteIfSet("correlationKey"u8, CorrelationKey);
            if (TimeSubmitted is { } time)
            {
                json.WriteString("timeSubmitted"u8, time);
            }

            json.WriteIfSet("uploadFolder"u8, UploadFolder);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    static FmeJobHandle IFmeText<FmeJobHandle>.FromText(string text) => Parse(text);

    string IFmeText<FmeJobHandle>.ToText() => ToString();

    /// <summary>
    /// Parses the text form as an object in other JSON. Unknown members are ignored. Null if the object is not a handle.
    /// </summary>
    internal static FmeJobHandle? Read(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object
        && Uri.TryCreate(json.GetText("server"u8), UriKind.Absolute, out Uri? server)
        && json.TryGetProperty("id"u8, out JsonElement number)
        && number.ValueKind == JsonValueKind.Number
        && number.TryGetInt64(out long id)
        && id > 0
            ? new FmeJobHandle
            {
                ServerUrl = server,
                Id = id,
                Repository = json.GetText("repository"u8),
                Workspace = json.GetText("workspace"u8),
                CorrelationKey = json.GetText("correlationKey"u8),
                TimeSubmitted = TimeOf(json),
                UploadFolder = json.GetText("uploadFolder"u8),
            }
            : null;

    private static DateTimeOffset? TimeOf(JsonElement json) =>
        json.TryGetProperty("timeSubmitted"u8, out JsonElement time)
            && time.ValueKind == JsonValueKind.String
            && time.TryGetDateTimeOffset(out DateTimeOffset submitted)
            ? submitted
            : null;
}
