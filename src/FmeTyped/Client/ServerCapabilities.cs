namespace FmeTyped;

/// <summary>What can be done on a server of a build: the table of <see cref="FirstV4Build"/> in words.</summary>
internal static class ServerCapabilities
{
    public static FmeServerCapabilities Of(int build, FmeApiVersion version)
    {
        return new()
        {
            Build = build == int.MaxValue ? null : build,
            Capabilities =
            [
                Of("submit jobs", FirstV4Build.ForSubmit),
                new("run jobs in the server's own waiting call", version == FmeApiVersion.V4 && build < FirstV4Build.ForTransact ? null : VersionFor(FirstV4Build.ForTransact)),
                Of("read jobs", FirstV4Build.ForRecord),
                Of("cancel jobs", FirstV4Build.ForCancel),
                Of("read logs", FirstV4Build.ForLog),
                Of("list jobs", FirstV4Build.ForJobList),
                new("delete job records", VersionFor(FirstV4Build.ForRecord) == FmeApiVersion.V4 ? FmeApiVersion.V4 : null),
                Of("read and write shared resources, upload files", FirstV4Build.ForResources),
                new("run jobs with data in the call", VersionFor(FirstV4Build.ForTransactData) == FmeApiVersion.V3 ? FmeApiVersion.V3 : null),
                Of("make tokens", FirstV4Build.ForTokens),
                Of("read repositories and workspaces", FirstV4Build.ForDiscovery),
                new("list and delete tokens, list queues", VersionFor(FirstV4Build.ForDiscovery) == FmeApiVersion.V4 ? FmeApiVersion.V4 : null),
            ],
        };

        FmeCapability Of(string name, int firstV4Build) => new(name, VersionFor(firstV4Build));

        FmeApiVersion VersionFor(int firstV4Build) => version != FmeApiVersion.Auto ? version : build >= firstV4Build ? FmeApiVersion.V4 : FmeApiVersion.V3;
    }
}
