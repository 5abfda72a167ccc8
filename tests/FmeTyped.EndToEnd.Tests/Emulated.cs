using FmeTyped.Testing;

namespace FmeTyped.EndToEnd.Tests;

/// <summary>An FME Flow with the workspaces of the samples: an old one that speaks REST v3, or a new one that speaks v4.</summary>
internal static class Emulated
{
    /// <summary>FME Flow 2023.0.</summary>
    public const int V3 = 23166;

    /// <summary>The first build that clients submit to over version 4.</summary>
    public const int V4 = 26018;

    public static Task<FmeFlowEmulator> StartAsync(int build) => FmeFlowEmulator.StartAsync(
        new FmeFlowEmulatorOptions { SchemaFiles = [Repository.PathOf("workspaces.json")], BuildNumber = build },
        TestContext.Current.CancellationToken);

    public static FmeFlowOptions OptionsFor(FmeFlowEmulator flow) => new() { ServerUrl = flow.ServerUrl, Token = flow.Token };
}
