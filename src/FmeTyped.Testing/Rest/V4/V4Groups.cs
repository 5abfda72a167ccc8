namespace FmeTyped.Testing;

/// <summary>
/// The groups of v4: those of the OpenAPI document from its build on, and the earlier ones from the build on from which fmeflow-cli calls them. Data
/// Virtualization came after the document, with the beta of 2025.1.
/// </summary>
internal static class V4Groups
{
    public const int FirstWithLicense = 23319;

    public static ApiGroups All { get; } = new(new Dictionary<string, int>
    {
        ["accounts"] = EmulatedBuild.FirstWithV4Document,
        ["activeperiods"] = EmulatedBuild.FirstWithV4Document,
        ["apps"] = EmulatedBuild.FirstWithV4Document,
        ["automations"] = EmulatedBuild.FirstWithV4Document,
        ["broadcast"] = EmulatedBuild.FirstWithV4Document,
        ["cleanup"] = EmulatedBuild.FirstWithV4Document,
        ["configuration"] = EmulatedBuild.FirstWithV4Document,
        ["connections"] = EmulatedBuild.FirstWithV4Document,
        ["datavirtualization"] = 25562,
        ["dependencies"] = EmulatedBuild.FirstWithV4Document,
        ["deploymentparameters"] = EmulatedBuild.FirstWithV4Document,
        ["directories"] = EmulatedBuild.FirstWithV4Document,
        ["enginehosts"] = EmulatedBuild.FirstWithV4Document,
        ["enginerules"] = EmulatedBuild.FirstWithV4Document,
        ["engines"] = EmulatedBuild.FirstWithV4Document,
        ["healthcheck"] = EmulatedBuild.FirstWithV4Health,
        ["jobrules"] = EmulatedBuild.FirstWithV4Document,
        ["jobs"] = EmulatedBuild.FirstWithV4,
        ["ldapservers"] = EmulatedBuild.FirstWithV4Document,
        ["license"] = FirstWithLicense,
        ["metrics"] = EmulatedBuild.FirstWithV4Document,
        ["migrations"] = EmulatedBuild.FirstWithV4Document,
        ["packages"] = EmulatedBuild.FirstWithV4Document,
        ["passwordreset"] = EmulatedBuild.FirstWithV4Document,
        ["permissions"] = EmulatedBuild.FirstWithV4Document,
        ["projects"] = 23283,
        ["publications"] = EmulatedBuild.FirstWithV4Document,
        ["queues"] = EmulatedBuild.FirstWithV4Document,
        ["remoteengines"] = EmulatedBuild.FirstWithV4Document,
        ["repositories"] = EmulatedBuild.FirstWithV4,
        ["resources"] = EmulatedBuild.FirstWithV4Document,
        ["roles"] = EmulatedBuild.FirstWithV4Document,
        ["samlconfig"] = EmulatedBuild.FirstWithV4Document,
        ["schedules"] = EmulatedBuild.FirstWithV4Document,
        ["streams"] = EmulatedBuild.FirstWithV4Document,
        ["subscriptions"] = EmulatedBuild.FirstWithV4Document,
        ["systemevents"] = EmulatedBuild.FirstWithV4Document,
        ["tokens"] = EmulatedBuild.FirstWithV4Document,
        ["topics"] = EmulatedBuild.FirstWithV4Document,
        ["workspaces"] = EmulatedBuild.FirstWithV4,
    });
}
