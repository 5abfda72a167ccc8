using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace FmeTyped.Tool.Tests.Harness;

/// <summary>A client of <c>fmetyped mcp</c>, which runs as a process.</summary>
internal abstract class McpSession : IAsyncDisposable
{
    protected static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    /// <summary>Starts the server, with the SDK's own client or with bare JSON lines.</summary>
    public static async Task<McpSession> StartAsync(bool isSdk, ToolFolder folder, params string[] arguments) =>
        isSdk ? await SdkSession.StartAsync(folder, arguments) : await ScriptSession.StartAsync(folder, arguments);

    public abstract Task<JsonArray> ListAsync();

    public abstract Task<(bool IsError, string Text)> CallAsync(string tool, JsonObject arguments);

    public abstract ValueTask DisposeAsync();
}

/// <summary>The SDK's own client.</summary>
internal sealed class SdkSession(McpClient client) : McpSession
{
    public McpClient Client => client;

    public static async Task<SdkSession> StartAsync(ToolFolder folder, params string[] arguments)
    {
        var transport = new StdioClientTransport(new StdioClientTransportOptions
        {
            Name = "fmetyped",
            Command = "dotnet",
            Arguments = ["exec", ToolFolder.Dll, "mcp", .. arguments],
            WorkingDirectory = folder.Path,
            EnvironmentVariables = folder.Environment.ToDictionary(variable => variable.Key, variable => (string?)variable.Value),
        });
        return new SdkSession(await McpClient.CreateAsync(transport, cancellationToken: CancellationToken));
    }

    public override async Task<JsonArray> ListAsync() =>
        [.. (await client.ListToolsAsync(cancellationToken: CancellationToken)).Select(tool => JsonSerializer.SerializeToNode(tool.ProtocolTool))];

    public override async Task<(bool IsError, string Text)> CallAsync(string tool, JsonObject arguments)
    {
        CallToolResult result = await client.CallToolAsync(
            tool, arguments.ToDictionary(argument => argument.Key, argument => (object?)argument.Value), cancellationToken: CancellationToken);
        return (result.IsError == true, Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text);
    }

    public override ValueTask DisposeAsync() => client.DisposeAsync();
}

/// <summary>JSON-RPC by hand: a line a message, and nothing else on standard output.</summary>
internal sealed class ScriptSession(Process process) : McpSession
{
    private int _id;

    public static async Task<ScriptSession> StartAsync(ToolFolder folder, params string[] arguments)
    {
        var session = new ScriptSession(folder.Start(["mcp", .. arguments]));
        await session.RequestAsync("initialize", new JsonObject
        {
            ["protocolVersion"] = "2025-06-18",
            ["capabilities"] = new JsonObject(),
            ["clientInfo"] = new JsonObject { ["name"] = "script", ["version"] = "1" },
        });
        await session.SendAsync(new JsonObject { ["jsonrpc"] = "2.0", ["method"] = "notifications/initialized" });
        return session;
    }

    public override async Task<JsonArray> ListAsync() => (await RequestAsync("tools/list", []))["result"]!["tools"]!.DeepClone().AsArray();

    public override async Task<(bool IsError, string Text)> CallAsync(string tool, JsonObject arguments)
    {
        JsonNode response = await RequestAsync("tools/call", new JsonObject { ["name"] = tool, ["arguments"] = arguments.DeepClone() });
        JsonNode result = response["result"] ?? throw new InvalidOperationException(response.ToJsonString());
        return ((bool?)result["isError"] == true, (string)Assert.Single(result["content"]!.AsArray())!["text"]!);
    }

    /// <summary>Ends the session as clients do, and returns what the server has logged.</summary>
    public async Task<ToolResult> EndAsync()
    {
        process.StandardInput.Close();
        return await ToolFolder.EndAsync(process, "mcp");
    }

    public async Task<JsonNode> RequestAsync(string method, JsonObject parameters)
    {
        int id = ++_id;
        await SendAsync(new JsonObject { ["jsonrpc"] = "2.0", ["id"] = id, ["method"] = method, ["params"] = parameters });
        string? line = await process.StandardOutput.ReadLineAsync(CancellationToken);
        if (line is null)
        {
            Assert.Fail(await process.StandardError.ReadToEndAsync(CancellationToken));
        }

        JsonNode response = JsonNode.Parse(line)!;
        Assert.Equal(id, (int?)response["id"]);
        return response;
    }

    public override ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task SendAsync(JsonObject message)
    {
        await process.StandardInput.WriteAsync(message.ToJsonString() + "\n");
        await process.StandardInput.FlushAsync(CancellationToken);
    }
}
