using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace FmeTyped.Testing;

/// <summary>Engines. Shape: the fmeflow-cli fixture of engines.</summary>
internal static class V3EngineRoutes
{
    public static void Map(RouteGroupBuilder authorized, ServerState server) => authorized.MapGet("/transformations/engines", (V3ListQuery query) =>
    {
        ILookup<string?, JobState> running = EngineState.Running(server);
        return query.Respond(server.Jobs.Engines, name => Describe(name, running[name].FirstOrDefault(), server));
    }).OfKind(FmeRequestKind.Server);

    private static object Describe(string name, JobState? job, ServerState server) => new
    {
        HostName = name,
        AssignedQueues = server.Queues,
        ResultFailureCount = 0,
        InstanceName = name,
        RegistrationProperties = EngineState.RegistrationProperties(name, server),
        EngineManagerNodeName = EngineState.Manager,
        MaxTransactionResultFailure = 10,
        Type = "STANDARD",
        BuildNumber = server.Build.Number,
        Platform = EngineState.Platform,
        ResultSuccessCount = 0,
        MaxTransactionResultSuccess = 100,
        AssignedStreams = Array.Empty<string>(),
        TransactionPort = 40059,
        CurrentJobID = job?.Id ?? EngineState.NoJob,
    };
}
