using System.IO.Compression;
using FmeTyped.Testing;

namespace OrderService;

/// <summary>An FME Flow in this process that "plots": it counts what is in the zip file.</summary>
internal static class PlotFlow
{
    public static async Task<FmeFlowEmulator> StartAsync()
    {
        FmeFlowEmulator flow = await FmeFlowEmulator.StartAsync(new FmeFlowEmulatorOptions
        {
            SchemaFiles = [Path.Combine(AppContext.BaseDirectory, "workspaces.json")],
            RunTime = TimeSpan.FromMilliseconds(200),
        });
        flow.OnRun("Orders", "plotOrder.fmw", submission =>
        {
            using var drawing = new ZipArchive(flow.Files.OpenRead(submission.Parameters["SOURCE"].Text));
            return drawing.Entries.Count == 0
                ? FmeJobOutcome.Failure("There is nothing in the drawing")
                : FmeJobOutcome.Success(("Plot", drawing.Entries.Count)) with
                {
                    Files = [FmeResultFile.From("plot.txt", $"{drawing.Entries.Count} sheets as {submission.Parameters["FORMAT"].Text}")],
                };
        });
        return flow;
    }
}
