using System.Text.Json;

namespace FmeTyped;

/// <summary>
/// What a transformation service wraps around whatever it has to say: <c>{"serviceResponse": {"statusInfo": ...}}</c>. Everything in it may be
/// missing. Shape: public clients of the services; A080.
/// </summary>
internal sealed record ServiceEnvelope
{
    /// <summary>Whether the service says that it failed.</summary>
    public bool IsFailure { get; private init; }

    /// <summary>Whether the service says that all went well, or nothing of that. Any other word than its two says nothing either way.</summary>
    public bool IsSuccess { get; private init; }

    /// <summary>Whether it tells how a job went.</summary>
    public bool HasResult { get; private init; }

    /// <summary>The service's words, or else those of the engine.</summary>
    public string? Message { get; private init; }

    /// <summary>The job it is about.</summary>
    public long? JobId { get; private init; }

    /// <summary>The status of that job.</summary>
    public string? JobStatus { get; private init; }

    /// <summary>How many features the job wrote.</summary>
    public long? FeatureCount { get; private init; }

    /// <summary>The envelope of a response; null where it has none.</summary>
    public static ServiceEnvelope? Find(JsonElement body)
    {
        if (body.GetObject("serviceResponse"u8) is not { } response)
        {
            return null;
        }

        JsonElement? info = response.GetObject("statusInfo"u8);
        string status = info?.GetWords("status"u8) ?? "success";
        JsonElement? result = response.GetObject("fmeTransformationResult"u8);
        JsonElement? server = result?.GetObject("fmeServerResponse"u8);
        JsonElement? engine = result?.GetObject("fmeEngineResponse"u8);
        return new ServiceEnvelope
        {
            IsFailure = status.Equals("failure", StringComparison.OrdinalIgnoreCase),
            IsSuccess = status.Equals("success", StringComparison.OrdinalIgnoreCase),
            HasResult = result is not null,
            Message = info?.GetWords("message"u8) ?? engine?.GetWords("statusMessage"u8),
            JobId = response.GetInteger("jobID"u8) ?? server?.GetInteger("id"u8),
            JobStatus = server?.GetWords("jobStatus"u8),
            FeatureCount = engine?.GetInteger("numFeaturesOutput"u8),
        };
    }

    /// <summary>Whether a text begins as a response in an envelope does, so that data in JSON can be told from it without reading it.</summary>
    public static bool IsAtStart(ReadOnlySpan<byte> text)
    {
        ReadOnlySpan<byte> rest = SkipBlanks(text);
        return rest is [(byte)'{', ..] && SkipBlanks(rest[1..]).StartsWith("\"serviceResponse\""u8);
    }

    private static ReadOnlySpan<byte> SkipBlanks(ReadOnlySpan<byte> text) => text.TrimStart(" \t\r\n\uFEFF"u8);
}
