using System.Text.Json.Serialization;

namespace FmeTyped.Benchmarks.Orders;

/// <summary>The parameters of austinDownload.fmw as somebody writes them down by hand for System.Text.Json. What is null is left out.</summary>
internal sealed class AustinDto
{
    [JsonPropertyName("THEMES")]
    public string[]? Themes { get; init; }

    [JsonPropertyName("COORDSYS")]
    public string? Coordsys { get; init; }

    [JsonPropertyName("FORMAT_GENERIC")]
    public string? FormatGeneric { get; init; }

    [JsonPropertyName("MINX")]
    [JsonNumberHandling(JsonNumberHandling.WriteAsString)]
    public double? Minx { get; init; }

    [JsonPropertyName("MINY")]
    [JsonNumberHandling(JsonNumberHandling.WriteAsString)]
    public double? Miny { get; init; }

    [JsonPropertyName("MAXX")]
    [JsonNumberHandling(JsonNumberHandling.WriteAsString)]
    public double? Maxx { get; init; }

    [JsonPropertyName("MAXY")]
    [JsonNumberHandling(JsonNumberHandling.WriteAsString)]
    public double? Maxy { get; init; }

    [JsonPropertyName("BBOX_COORDSYS")]
    public string? BboxCoordsys { get; init; }
}
