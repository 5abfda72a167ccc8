using FmeTyped.Testing;

namespace WorkspaceForm;

/// <summary>An FME Flow in this process that "surveys": it counts the lines of the files.</summary>
internal static class RoadFlow
{
    public static async Task<FmeFlowEmulator> StartAsync()
    {
        FmeFlowEmulator flow = await FmeFlowEmulator.StartAsync(new FmeFlowEmulatorOptions
        {
            SchemaFiles = [.. Directory.GetFiles(AppContext.BaseDirectory, "*workspaces.json")],
            RunTime = TimeSpan.FromMilliseconds(200),
        });
        flow.OnRun("Roads", "survey.fmw", submission =>
        {
            long points = submission.Parameters["SOURCE"].Items.Sum(path => CountLines(flow, path));
            return points == 0 ? FmeJobOutcome.Failure("There are no points in the files") : FmeJobOutcome.Success(("Road", points));
        });
        return flow;
    }

    private static long CountLines(FmeFlowEmulator flow, string path)
    {
        using var reader = new StreamReader(flow.Files.OpenRead(path));
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Length;
    }
}
