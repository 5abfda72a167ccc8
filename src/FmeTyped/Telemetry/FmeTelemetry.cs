namespace FmeTyped;

/// <summary>The names under which the client tells what it does. What it tells is listed in the documentation, page "Telemetry".</summary>
public static class FmeTelemetry
{
    /// <summary>The name of the <see cref="System.Diagnostics.ActivitySource"/>: give it to OpenTelemetry's <c>AddSource</c>.</summary>
    public const string ActivitySourceName = "FmeTyped";

    /// <summary>The name of the <see cref="System.Diagnostics.Metrics.Meter"/>: give it to OpenTelemetry's <c>AddMeter</c>.</summary>
    public const string MeterName = "FmeTyped";
}
