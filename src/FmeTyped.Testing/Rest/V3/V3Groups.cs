namespace FmeTyped.Testing;

/// <summary>
/// The groups of v3 that are known: those that fmeflow-cli, the vendor's JavaScript library and programs in use call. There may be more: A174.
/// </summary>
internal static class V3Groups
{
    public static ApiGroups All { get; } = new(new Dictionary<string, int>
    {
        ["automations"] = ApiGroups.Always,
        ["healthcheck"] = ApiGroups.Always,
        ["info"] = ApiGroups.Always,
        ["licensing"] = ApiGroups.Always,
        ["migration"] = ApiGroups.Always,
        ["notifications"] = ApiGroups.Always,
        ["projects"] = ApiGroups.Always,
        ["repositories"] = ApiGroups.Always,
        ["resources"] = ApiGroups.Always,
        ["schedules"] = ApiGroups.Always,
        ["security"] = ApiGroups.Always,
        ["tokens"] = ApiGroups.Always,
        ["transformations"] = ApiGroups.Always,
    });
}
