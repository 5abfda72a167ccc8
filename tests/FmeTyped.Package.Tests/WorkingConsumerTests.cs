using FmeTyped.Package.Tests.Harness;

namespace FmeTyped.Package.Tests;

public class WorkingConsumerTests(WorkingConsumers consumers) : IClassFixture<WorkingConsumers>
{
    [Fact]
    public void All_build_without_a_warning()
    {
        Assert.Contains("0 Warning(s)", consumers.Build.MustSucceed(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_console_app_runs_a_job_with_types_from_all_its_schema_files()
    {
        Assert.Equal(["42 features", "Roads/inspectRoads.fmw", "Water/inspectWater.fmw"], await RunAsync("Console"));
    }

    [Fact]
    public async Task A_web_app_serves_with_generated_types()
    {
        Assert.Contains("""["austinDownload.fmw","inspectForest.fmw"]""", await RunAsync("Web"));
    }

    [Fact]
    public async Task A_web_app_does_not_publish_its_schema_files()
    {
        consumers.Build.MustSucceed();
        DotNetResult published = await DotNet.RunAsync(consumers.PathOf("Web"), "publish", "--no-build", "--configuration", "Debug", "--output", consumers.PathOf("published"));
        published.MustSucceed();
        Assert.True(File.Exists(consumers.PathOf("published", "FmeTyped.dll")));
        Assert.Empty(SchemaFilesIn("published"));
    }

    [Fact]
    public void Schema_files_are_copied_to_the_output_only_where_the_project_says_so()
    {
        consumers.Build.MustSucceed();
        Assert.Empty(SchemaFilesIn("Web", "bin"));
        Assert.Empty(SchemaFilesIn("Library", "bin"));
        Assert.Equal(["workspaces.json"], SchemaFilesIn("Console", "bin"));
    }

    [Fact]
    public async Task An_app_uses_the_types_of_a_class_library_and_generates_none_itself()
    {
        Assert.Contains("PaperSize = A3", Assert.Single(await RunAsync("App")), StringComparison.Ordinal);
    }

    private async Task<string[]> RunAsync(string project)
    {
        consumers.Build.MustSucceed();
        DotNetResult run = await DotNet.RunAsync(consumers.PathOf(project), "exec", consumers.PathOf(project, "bin", "Debug", "net10.0", $"{project}.dll"));
        return run.MustSucceed().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
    }

    private IEnumerable<string?> SchemaFilesIn(params string[] folder) => Directory
        .EnumerateFiles(consumers.PathOf(folder), "*.json", SearchOption.AllDirectories)
        .Select(Path.GetFileName)
        .Where(name => name!.EndsWith("workspaces.json", StringComparison.Ordinal) || name is "water.json" or "forest.json");
}
