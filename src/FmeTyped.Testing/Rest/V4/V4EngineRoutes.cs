using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace FmeTyped.Testing;

/// <summary>Engines. Shape: the OpenAPI document, and the fmeflow-cli fixture of engines.</summary>
internal static class V4EngineRoutes
{
    private const string Type = "standard";

    public static void Map(RouteGroupBuilder authorized, ServerState server) =>
        authorized.MapGet("/engines", (V4ListQuery query) =>
    {
        ILookup<string?, JobState> running = EngineState.Running(server);
        bool isType = query.Word("type", Type, "dynamic") is null or Type;
        string? state = query.Word("state", State(isRunning: false), State(isRunning: true), "disconnected");
        IEnumerable<string> names = query.Word("sort", "name", "name_asc", "name_desc") == "name_desc" ? server.Jobs.Engines.Reverse() : server.Jobs.Engines;
        return query.Respond(
            [.. names.Where(name => isType && (state is null || state == State(running[name].Any())))],
            name => Describe(name, running[name].FirstOrDefault(), server));
    }).OfKind(FmeRequestKind.Server);

    private static object Describe(string name, JobState? job, ServerState server) => new
    {
        Name = name,
        Hostname = name,
        AssignedQueues = server.Queues,
        RegistrationProperties = EngineState.RegistrationProperties(name, server),
        EngineManagerHostname = EngineState.Manager,
        Type,
        BuildNumber = server.Build.Number,
        Platform = EngineState.Platform,
        CurrentJobID = job?.Id ?? EngineState.NoJob,
        State = State(job is not null),
        HostProperties = new { PhysicalMemory = 0, ProcessorCount = 0 },
    };

    private static string State(bool isRunning) => isRunning ? "runningJob" : "idle";
}
