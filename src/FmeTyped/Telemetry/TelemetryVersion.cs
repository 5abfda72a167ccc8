namespace FmeTyped;

/// <summary>The version that activities and metrics carry.</summary>
internal static class TelemetryVersion
{
    // A constant, since asking the assembly for it would bring reflection into every native program's start. A test compares the two.
    public const string Text = "0.1.0";
}
