using System.Globalization;

namespace FmeTyped.Testing;

/// <summary>What both versions of the API report about engines, as in the fmeflow-cli fixtures.</summary>
internal static class EngineState
{
    public const string Manager = "fmeflowcore";
    public const string Platform = "linux-x64";

    /// <summary>The job id of an idle engine.</summary>
    public const long NoJob = -1;

    /// <summary>The running jobs, by engine.</summary>
    public static ILookup<string?, JobState> Running(ServerState server) =>
        server.Jobs.List().Where(job => job.Status == JobStatus.Running).ToLookup(job => job.Engine);

    public static IReadOnlyList<string> RegistrationProperties(string name, ServerState server) =>
        ["Standard", name, name, server.Build.Number.ToString(CultureInfo.InvariantCulture), Platform];
}
