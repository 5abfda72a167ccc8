using FmeTyped.Testing;

namespace FmeTyped.Tool.Tests.Harness;

/// <summary>Emulators with given workspaces, each a record of a schema file.</summary>
internal static class TestServer
{
    public static string SchemaOf(params string[] workspaces) => $$"""{ "format": 1, "workspaces": [{{string.Join(",", workspaces)}}] }""";

    public static Task<FmeFlowEmulator> StartAsync(FmeFlowApis api, params string[] workspaces) => StartAsync(api, token: null, workspaces);

    public static Task<FmeFlowEmulator> StartAsync(FmeFlowApis api, string? token, string[] workspaces) =>
        FmeFlowEmulator.StartAsync(OptionsOf(api, token, workspaces), TestContext.Current.CancellationToken);

    public static FmeFlowEmulatorOptions OptionsOf(
        FmeFlowApis api,
        string? token,
        string[] workspaces,
        Action<FmeRecordedRequest>? onRequest = null) => new()
    {
        SchemaJson = SchemaOf(workspaces),
        Apis = api,
        BuildNumber = api == FmeFlowApis.V3 ? 22337 : 26018,
        Token = token,
        OnRequest = onRequest,
    };

    /// <summary>Has the tool in a folder talk to a server where it is told no other.</summary>
    public static ToolFolder Using(this ToolFolder folder, FmeFlowEmulator server)
    {
        folder.Environment["FME_URL"] = server.ServerUrl.ToString();
        folder.Environment["FME_TOKEN"] = server.Token;
        return folder;
    }
}
