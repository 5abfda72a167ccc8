using System.Text.Json;
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
        DotNetResult published =
            await DotNet.RunAsync(consumers.PathOf("Web"), "publish", "--no-build", "--configuration", "Debug", "--output", consumers.PathOf("published"));
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
        Assert.Contains("PAPER_SIZE = \"A3\"", Assert.Single(await RunAsync("App")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_console_app_with_nothing_but_FmeTyped_gets_at_most_four_packages()
    {
        Assert.Equal(["42 austinDownload.fmw"], await RunAsync("Alone"));
        Assert.InRange(PackagesOf("Alone").Count(), 1, 4);
    }

    [Fact]
    public async Task An_app_that_keeps_to_the_first_release_of_NET_runs()
    {
        Assert.Equal(["42 austinDownload.fmw"], await RunAsync("Pinned"));
        Assert.Contains("Microsoft.Extensions.Logging.Abstractions/10.0.0", PackagesOf("Pinned"));
    }

    [Fact]
    public async Task An_app_that_installs_FmeTyped_Hosting_alone_has_the_generator()
    {
        Assert.Equal(["42 austinDownload.fmw"], await RunAsync("Hosted"));
    }

    [Fact]
    public async Task An_app_that_installs_FmeTyped_AspNetCore_has_a_documented_endpoint_in_three_lines() =>
        Assert.Equal(["""202 succeeded ["A4","A3",""]"""], await RunAsync("Endpoint", consumers.PathOf("Endpoint", "workspaces.json")));

    [Fact]
    public async Task An_app_that_installs_FmeTyped_Blazor_and_has_one_tag_has_a_form()
    {
        Assert.Equal(["style True, script True, Job 1", "sent 4711"], await RunAsync("Forms", consumers.PathOf("Forms", "workspaces.json")));
    }

    [Fact]
    public void All_packages_in_one_project_bring_each_assembly_once()
    {
        consumers.Build.MustSucceed();
        using JsonDocument assets = AssetsOf("Everything");
        string[] assemblies =
        [
            .. from target in assets.RootElement.GetProperty("targets").EnumerateObject()
               from package in target.Value.EnumerateObject()
               where package.Value.TryGetProperty("runtime", out _)
               from assembly in package.Value.GetProperty("runtime").EnumerateObject()
               let name = assembly.Name[(assembly.Name.LastIndexOf('/') + 1)..]
               where name.StartsWith("FmeTyped", StringComparison.Ordinal)
               orderby name
               select name,
        ];

        Assert.Equal(["FmeTyped.Administration.dll", "FmeTyped.dll", "FmeTyped.Hosting.dll", "FmeTyped.Schema.dll", "FmeTyped.Testing.dll"], assemblies);
    }

    private IEnumerable<string> PackagesOf(string project)
    {
        using JsonDocument assets = AssetsOf(project);
        return [.. assets.RootElement.GetProperty("libraries").EnumerateObject().Select(library => library.Name)];
    }

    private JsonDocument AssetsOf(string project) => JsonDocument.Parse(File.ReadAllText(consumers.PathOf(project, "obj", "project.assets.json")));

    private async Task<string[]> RunAsync(string project, params string[] arguments)
    {
        consumers.Build.MustSucceed();
        DotNetResult run = await DotNet.RunAsync(
            consumers.PathOf(project), ["exec", consumers.PathOf(project, "bin", "Debug", "net10.0", $"{project}.dll"), .. arguments]);
        return run.MustSucceed().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
    }

    private IEnumerable<string?> SchemaFilesIn(params string[] folder) => Directory
        .EnumerateFiles(consumers.PathOf(folder), "*.json", SearchOption.AllDirectories)
        .Select(Path.GetFileName)
        .Where(name => name!.EndsWith("workspaces.json", StringComparison.Ordinal) || name is "water.json" or "forest.json");
}
