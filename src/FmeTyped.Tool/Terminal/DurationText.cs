using static System.FormattableString;

namespace FmeTyped.Tool.Terminal;

/// <summary>How long something took, in the two units that matter, such as <c>2h 05m</c>.</summary>
internal static class DurationText
{
    public static string From(TimeSpan time) => time.Ticks switch
    {
        < TimeSpan.TicksPerMinute => Invariant($"{Math.Max(0, time.TotalSeconds):0.0}s"),
        < TimeSpan.TicksPerHour => Invariant($"{time.Minutes}m {time.Seconds:00}s"),
        < TimeSpan.TicksPerDay => Invariant($"{time.Hours}h {time.Minutes:00}m"),
        _ => Invariant($"{time.Days}d {time.Hours:00}h"),
    };
}
