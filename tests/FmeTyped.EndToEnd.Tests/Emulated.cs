using FmeTyped.Testing;
using FmeTyped.Tests.Shared;

namespace FmeTyped.EndToEnd.Tests;

/// <summary>An FME Flow with the workspaces of the samples.</summary>
internal static class Emulated
{
    public static Task<FmeFlowEmulator> StartAsync() => FmeFlowEmulator.StartAsync(
        new FmeFlowEmulatorOptions { SchemaFiles = [Repository.PathOf("workspaces.json")] },
        TestContext.Current.CancellationToken);

    public static FmeFlowOptions OptionsFor(FmeFlowEmulator flow) => new() { ServerUrl = flow.ServerUrl, Token = flow.Token };
}
