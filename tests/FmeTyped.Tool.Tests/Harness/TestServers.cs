using FmeTyped.Testing;

namespace FmeTyped.Tool.Tests.Harness;

/// <summary>Emulators with workspaces given as records of a schema file.</summary>
internal static class TestServers
{
    public static string SchemaOf(params string[] workspaces) => $$"""{ "format": 1, "workspaces": [{{string.Join(",", workspaces)}}] }""";

    /// <summary>An emulator that speaks one version of the REST API, with a build that does so.</summary>
    public static Task<FmeFlowEmulator> StartAsync(FmeFlowApis api, params string[] workspaces) =>
        FmeFlowEmulator.StartAsync(
            new FmeFlowEmulatorOptions { SchemaJson = SchemaOf(workspaces), Apis = api, BuildNumber = api == FmeFlowApis.V3 ? 22337 : 26018 },
            TestContext.Current.CancellationToken);

    /// <summary>Puts the server's address and token where the tool looks for them.</summary>
    public static ToolFolder Using(this ToolFolder folder, FmeFlowEmulator emulator)
    {
        folder.Environment["FME_URL"] = emulator.ServerUrl.ToString();
        folder.Environment["FME_TOKEN"] = emulator.Token;
        return folder;
    }
}
