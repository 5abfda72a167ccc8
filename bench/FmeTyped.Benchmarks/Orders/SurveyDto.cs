using System.Text.Json.Serialization;

namespace FmeTyped.Benchmarks.Orders;

/// <summary>The forty parameters of survey.fmw as somebody writes them down by hand for System.Text.Json. What is null is left out.</summary>
internal sealed class SurveyDto
{
    [JsonPropertyName("LAYERS")]
    public string[]? Layers { get; init; }

    [JsonPropertyName("OPTION_01")]
    public string? Option01 { get; init; }

    [JsonPropertyName("OPTION_02")]
    public string? Option02 { get; init; }

    [JsonPropertyName("OPTION_03")]
    public string? Option03 { get; init; }

    [JsonPropertyName("OPTION_04")]
    public string? Option04 { get; init; }

    [JsonPropertyName("OPTION_05")]
    public string? Option05 { get; init; }

    [JsonPropertyName("OPTION_06")]
    public string? Option06 { get; init; }

    [JsonPropertyName("OPTION_07")]
    public string? Option07 { get; init; }

    [JsonPropertyName("OPTION_08")]
    public string? Option08 { get; init; }

    [JsonPropertyName("OPTION_09")]
    public string? Option09 { get; init; }

    [JsonPropertyName("OPTION_10")]
    public string? Option10 { get; init; }

    [JsonPropertyName("NUMBER_01")]
    [JsonNumberHandling(JsonNumberHandling.WriteAsString)]
    public double? Number01 { get; init; }

    [JsonPropertyName("NUMBER_02")]
    [JsonNumberHandling(JsonNumberHandling.WriteAsString)]
    public double? Number02 { get; init; }

    [JsonPropertyName("NUMBER_03")]
    [JsonNumberHandling(JsonNumberHandling.WriteAsString)]
    public double? Number03 { get; init; }

    [JsonPropertyName("NUMBER_04")]
    [JsonNumberHandling(JsonNumberHandling.WriteAsString)]
    public double? Number04 { get; init; }

    [JsonPropertyName("NUMBER_05")]
    [JsonNumberHandling(JsonNumberHandling.WriteAsString)]
    public double? Number05 { get; init; }

    [JsonPropertyName("NUMBER_06")]
    [JsonNumberHandling(JsonNumberHandling.WriteAsString)]
    public double? Number06 { get; init; }

    [JsonPropertyName("NUMBER_07")]
    [JsonNumberHandling(JsonNumberHandling.WriteAsString)]
    public double? Number07 { get; init; }

    [JsonPropertyName("NUMBER_08")]
    [JsonNumberHandling(JsonNumberHandling.WriteAsString)]
    public double? Number08 { get; init; }

    [JsonPropertyName("NUMBER_09")]
    [JsonNumberHandling(JsonNumberHandling.WriteAsString)]
    public double? Number09 { get; init; }

    [JsonPropertyName("NUMBER_10")]
    [JsonNumberHandling(JsonNumberHandling.WriteAsString)]
    public double? Number10 { get; init; }

    [JsonPropertyName("COUNT_01")]
    [JsonNumberHandling(JsonNumberHandling.WriteAsString)]
    public long? Count01 { get; init; }

    [JsonPropertyName("COUNT_02")]
    [JsonNumberHandling(JsonNumberHandling.WriteAsString)]
    public long? Count02 { get; init; }

    [JsonPropertyName("COUNT_03")]
    [JsonNumberHandling(JsonNumberHandling.WriteAsString)]
    public long? Count03 { get; init; }

    [JsonPropertyName("COUNT_04")]
    [JsonNumberHandling(JsonNumberHandling.WriteAsString)]
    public long? Count04 { get; init; }

    [JsonPropertyName("COUNT_05")]
    [JsonNumberHandling(JsonNumberHandling.WriteAsString)]
    public long? Count05 { get; init; }

    [JsonPropertyName("COUNT_06")]
    [JsonNumberHandling(JsonNumberHandling.WriteAsString)]
    public long? Count06 { get; init; }

    [JsonPropertyName("COUNT_07")]
    [JsonNumberHandling(JsonNumberHandling.WriteAsString)]
    public long? Count07 { get; init; }

    [JsonPropertyName("COUNT_08")]
    [JsonNumberHandling(JsonNumberHandling.WriteAsString)]
    public long? Count08 { get; init; }

    [JsonPropertyName("TEXT_01")]
    public string? Text01 { get; init; }

    [JsonPropertyName("TEXT_02")]
    public string? Text02 { get; init; }

    [JsonPropertyName("TEXT_03")]
    public string? Text03 { get; init; }

    [JsonPropertyName("TEXT_04")]
    public string? Text04 { get; init; }

    [JsonPropertyName("TEXT_05")]
    public string? Text05 { get; init; }

    [JsonPropertyName("TEXT_06")]
    public string? Text06 { get; init; }

    [JsonPropertyName("TEXT_07")]
    public string? Text07 { get; init; }

    [JsonPropertyName("TEXT_08")]
    public string? Text08 { get; init; }

    [JsonPropertyName("FLAG_01")]
    public string? Flag01 { get; init; }

    [JsonPropertyName("FLAG_02")]
    public string? Flag02 { get; init; }

    [JsonPropertyName("FLAG_03")]
    public string? Flag03 { get; init; }
}
