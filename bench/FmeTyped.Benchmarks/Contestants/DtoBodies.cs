using System.Text.Json.Serialization;
using FmeTyped.Benchmarks.Orders;

namespace FmeTyped.Benchmarks.Contestants;

/// <summary>The bodies of version 4 as classes of their own, for System.Text.Json's source generator and for Refit.</summary>
internal sealed class SubmitBody<TParameters>
{
    [JsonPropertyName("repository")]
    public required string Repository { get; init; }

    [JsonPropertyName("workspace")]
    public required string Workspace { get; init; }

    [JsonPropertyName("publishedParameters")]
    public required TParameters PublishedParameters { get; init; }

    [JsonPropertyName("directives")]
    public required SubmitDirectives Directives { get; init; }
}

internal sealed class SubmitDirectives
{
    [JsonPropertyName("fmetypedCorrelationKey")]
    public required string Key { get; init; }
}

internal sealed class SubmitAnswer
{
    [JsonPropertyName("id")]
    public long Id { get; init; }
}

/// <summary>What is wanted of a job's record.</summary>
internal sealed class JobAnswer
{
    [JsonPropertyName("id")]
    public long Id { get; init; }

    [JsonPropertyName("status")]
    public string? Status { get; init; }

    [JsonPropertyName("statusMessage")]
    public string? StatusMessage { get; init; }

    [JsonPropertyName("featureOutputCount")]
    public long? FeatureCount { get; init; }

    [JsonPropertyName("warningCount")]
    public long? WarningCount { get; init; }

    [JsonPropertyName("errorCount")]
    public long? ErrorCount { get; init; }

    [JsonPropertyName("timeQueued")]
    public DateTimeOffset? TimeQueued { get; init; }

    [JsonPropertyName("timeStarted")]
    public DateTimeOffset? TimeStarted { get; init; }

    [JsonPropertyName("timeFinished")]
    public DateTimeOffset? TimeFinished { get; init; }
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SubmitBody<AustinDto>))]
[JsonSerializable(typeof(SubmitBody<SurveyDto>))]
[JsonSerializable(typeof(SubmitAnswer))]
[JsonSerializable(typeof(JobAnswer))]
internal sealed partial class DtoJson : JsonSerializerContext;
