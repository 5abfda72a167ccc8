using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FmeTyped;

/// <summary>
/// All that has to be kept of a job to go on with it in another process: <c>job.ToHandle()</c> returns it, <c>client.Resume(handle)</c> takes it.
/// It holds no secret. Its text form is JSON. Compared by value.
/// </summary>
[JsonConverter(typeof(FmeJobHandleJsonConverter))]
public sealed class FmeJobHandle
{
    internal FmeJobHandle()
    {
    }

    /// <summary>The server's address.</summary>
    public Uri ServerUrl { get; internal init; } = null!;

    /// <summary>The job's id on that server.</summary>
    public long Id { get; internal init; }

    /// <summary>The repository, by its name on the server; null where the job was not submitted by this library.</summary>
    public string? Repository { get; internal init; }

    /// <summary>The workspace's file name; null where the job was not submitted by this library.</summary>
    public string? Workspace { get; internal init; }

    /// <summary>The key that went out with the submission; null where the job was not submitted by this library.</summary>
    public string? CorrelationKey { get; internal init; }

    /// <summary>When the job was submitted, by the submitter's clock; null where the job was not submitted by this library.</summary>
    public DateTimeOffset? TimeSubmitted { get; internal init; }

    /// <summary>The folder on the server that the job's files were uploaded to; null where there is none.</summary>
    internal string? UploadFolder { get; init; }

    /// <summary>Whether the job is known to have been on the server.</summary>
    internal bool IsOfSubmission => TimeSubmitted is not null;

    /// <summary>Reads the text form.</summary>
    /// <param name="text">What <see cref="ToString"/> returned.</param>
    /// <exception cref="FormatException">The text is no handle.</exception>
    public static FmeJobHandle Parse(string text) =>
        TryParse(text, out FmeJobHandle? handle) ? handle : throw new FormatException("The text is not the handle of a job, as ToString gives it.");

    /// <summary>Reads the text form.</summary>
    /// <param name="text">What <see cref="ToString"/> returned.</param>
    /// <param name="handle">The handle; null where the text is none.</param>
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
            handle = FmeJobHandleJsonConverter.Read(document.RootElement);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or ArgumentException)
        {
            return false; // The last two are of half a surrogate pair: as an escape, and as it is.
        }

        return handle is not null;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is FmeJobHandle other && ToString() == other.ToString();

    /// <inheritdoc/>
    public override int GetHashCode() => Id.GetHashCode();

    /// <summary>The text form, which <see cref="Parse"/> reads.</summary>
    public override string ToString() => FmeJobHandleJsonConverter.Text(this);
}
