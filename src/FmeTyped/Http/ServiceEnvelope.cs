using System.Text.Json;

namespace FmeTyped;

/// <summary>
/// The envelope around the responses of a transformation service: <c>{"serviceResponse": {"statusInfo": ...}}</c>. Every member may be
/// missing. Shape: public clients of the services; A080.
/// </summary>
internal sealed record ServiceEnvelope
{
    /// <summary>Whether the service says that it failed.</summary>
    public bool IsFailure { get; private init; }

    /// <summary>Whether the service reports success, or no status at all. A status other than its two known ones is neither success nor failure.</summary>
    public bool IsSuccess { get; private init; }

    /// <summary>Whether it reports the outcome of a job.</summary>
    public bool HasResult { get; private init; }

    /// <summary>The service's message, or else the engine's.</summary>
    public string? Message { get; private init; }

    /// <summary>The job it is about.</summary>
    public long? JobId { get; private init; }

    /// <summary>The status of that job.</summary>
    public string? JobStatus { get; private init; }

    /// <summary>How many features the job wrote.</summary>
    public long? FeatureCount { get; private init; }

    /// <summary>The envelope of a response; null if it has none.</summary>
    public static ServiceEnvelope? Find(JsonElement body)
    {
        if (body.GetObject("serviceResponse"u8) is not { } response)
        {
            return null;
        }

        JsonElement? info = response.GetObject("statusInfo"u8);
        string status = info?.GetNonBlankText("status"u8) ?? "success";
        JsonElement? result = response.GetObject("fmeTransformationResult"u8);
        JsonElement? server = result?.GetObject("fmeServerResponse"u8);
        JsonElement? engine = result?.GetObject("fmeEngineResponse"u8);
        return new ServiceEnvelope
        {
            IsFailure = status.Equals("failure", StringComparison.OrdinalIgnoreCase),
            IsSuccess = status.Equals("success", StringComparison.OrdinalIgnoreCase),
            HasResult = result is not null,
            Message = info?.GetNonBlankText("message"u8) ?? engine?.GetNonBlankText("statusMessage"u8),
            JobId = response.GetInteger("jobID"u8) ?? server?.GetInteger("id"u8),
            JobStatus = server?.GetNonBlankText("jobStatus"u8),
            FeatureCount = engine?.GetInteger("numFeaturesOutput"u8),
        };
    }

    /// <summary>Whether a text starts like an envelope, to tell it from data in JSON without reading all of it.</summary>
    public static bool IsAtStart(ReadOnlySpan<byte> text)
    {
        ReadOnlySpan<byte> rest = SkipBlanks(text);
        return rest is [(byte)'{', ..] && SkipBlanks(rest[1..]).StartsWith("\"serviceResponse\""u8);
    }

    private static ReadOnlySpan<byte> SkipBlanks(ReadOnlySpan<byte> text) => text.TrimStart(" \t\r\n\uFEFF"u8);
}
