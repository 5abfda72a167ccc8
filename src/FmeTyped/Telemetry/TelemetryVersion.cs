namespace FmeTyped;

/// <summary>The version of the activity source and the meter.</summary>
internal static class TelemetryVersion
{
    // A constant, because reading it from the assembly would need reflection at the start of every native program. A test compares the two.
    public const string Text = "0.1.0";
}
