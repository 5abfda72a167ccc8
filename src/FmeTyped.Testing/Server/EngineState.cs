using System.Globalization;

namespace FmeTyped.Testing;

/// <summary>What both versions of the API tell of engines, as the fmeflow-cli fixtures have it.</summary>
internal static class EngineState
{
    public const string Manager = "fmeflowcore";
    public const string Platform = "linux-x64";

    /// <summary>The id of the job of an engine that has none.</summary>
    public const long NoJob = -1;

    /// <summary>The jobs that run, by engine.</summary>
    public static ILookup<string?, JobState> Running(ServerState server) =>
        server.Jobs.List().Where(job => job.Status == JobStatus.Running).ToLookup(job => job.Engine);

    public static IReadOnlyList<string> RegistrationProperties(string name, ServerState server) =>
        ["Standard", name, name, server.Build.Number.ToString(CultureInfo.InvariantCulture), Platform];
}
