using FmeTyped.Tool.Commands;
using FmeTyped.Tool.Terminal;

return await new ToolApp(Output.OfProcess(), TimeProvider.System).RunAsync(args, CancellationToken.None).ConfigureAwait(false);
