using FmeTyped.Testing;
using Microsoft.Extensions.Logging.Testing;

namespace FmeTyped.AI.Tests.Harness;

/// <summary>A server and a client, for the tools of a test.</summary>
internal sealed class Desk : IAsyncDisposable
{
    private readonly HttpClient _http;

    private Desk(FmeFlowEmulator flow, TimeProvider time)
    {
        Flow = flow;
        _http = new HttpClient(flow.CreateHandler());
        Client = new FmeFlowClient(
            new FmeFlowOptions { ServerUrl = flow.ServerUrl, Token = flow.Token, TimeProvider = time, WaitTimeout = TimeSpan.FromHours(1) }, _http);
    }

    public FmeFlowEmulator Flow { get; }

    public FmeFlowClient Client { get; }

    public FakeLogger Log { get; } = new();

    public static async Task<Desk> StartAsync(FmeFlowApis apis = FmeFlowApis.V4, TimeProvider? time = null) => new(
        await FmeFlowEmulator.StartAsync(
            new FmeFlowEmulatorOptions
            {
                SchemaFiles = [Path.Combine(AppContext.BaseDirectory, "workspaces.json")],
                Apis = apis,
                BuildNumber = apis == FmeFlowApis.V3 ? 22337 : 26018,
                Listens = false,
            },
            TestContext.Current.CancellationToken),
        time ?? TimeProvider.System);

    /// <summary>Calls a tool, and returns what it says. It must say whether that is an error.</summary>
    public static async Task<string> SaysAsync(FmeTool tool, bool isError, params (string Name, object? Value)[] arguments)
    {
        FmeToolResult result = await tool.CallAsync(
            arguments.ToDictionary(argument => argument.Name, argument => argument.Value), TestContext.Current.CancellationToken);
        Assert.True(isError == result.IsError, result.Text);
        return result.Text;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        _http.Dispose();
        await Flow.DisposeAsync();
    }
}
