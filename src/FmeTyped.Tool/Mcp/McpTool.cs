using System.Text.Json;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace FmeTyped.Tool.Mcp;

/// <summary>A tool as an MCP server offers it.</summary>
/// <param name="tool">The tool.</param>
internal sealed class McpTool(FmeTool tool) : McpServerTool
{
    public override ModelContextProtocol.Protocol.Tool ProtocolTool { get; } = new()
    {
        Name = tool.Name,
        Description = tool.Description,
        InputSchema = tool.JsonSchema,
        Annotations = AnnotationsOf(tool.Kind),
    };

    public override IReadOnlyList<object> Metadata => [];

    public override async ValueTask<CallToolResult> InvokeAsync(
        RequestContext<CallToolRequestParams> request, CancellationToken cancellationToken = default)
    {
        var arguments = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach ((string name, JsonElement value) in request.Params?.Arguments ?? new Dictionary<string, JsonElement>())
        {
            arguments[name] = value;
        }

        FmeToolResult result = await tool.CallAsync(arguments, cancellationToken).ConfigureAwait(false);
        return new CallToolResult { Content = [new TextContentBlock { Text = result.Text }], IsError = result.IsError };
    }

    // Nobody knows what a workspace writes and to where, so the hints promise nothing of it.
    private static ToolAnnotations AnnotationsOf(FmeToolKind kind) => kind switch
    {
        FmeToolKind.Status => new() { ReadOnlyHint = true, DestructiveHint = false, IdempotentHint = true, OpenWorldHint = false },
        FmeToolKind.Cancel => new() { ReadOnlyHint = false, DestructiveHint = true, IdempotentHint = true, OpenWorldHint = false },
        _ => new() { ReadOnlyHint = false, DestructiveHint = true, IdempotentHint = false, OpenWorldHint = true },
    };
}
