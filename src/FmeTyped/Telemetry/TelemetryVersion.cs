namespace FmeTyped;

/// <summary>The version that activities and metrics carry.</summary>
internal static class TelemetryVersion
{
    public static string Text { get; } = typeof(TelemetryVersion).Assembly.GetName().Version!.ToString(3);
}
