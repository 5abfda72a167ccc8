using System.Text.Json;

namespace FmeTyped;

/// <summary>Whether a person could fill a parameter of version 4 in: never, always, or under conditions, which a comparison does not decide.</summary>
internal static class LiveVisibility
{
    /// <summary>Whether it can be filled in at least under some condition.</summary>
    public static bool IsOffered(JsonElement record) =>
        record.GetFlag("hidden"u8) is not true
        && !(record.GetText("visibility"u8) is { } state && state.StartsWith("hidden", StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether it can be filled in whatever else is set.</summary>
    public static bool IsUnconditional(JsonElement record) => IsOffered(record) && record.GetObject("visibility"u8) is null;
}
