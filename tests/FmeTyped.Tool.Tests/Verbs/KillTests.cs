using System.Diagnostics;
using System.Globalization;
using System.Text;
using FmeTyped.Testing;
using FmeTyped.Tool.Tests.Harness;

namespace FmeTyped.Tool.Tests.Verbs;

/// <summary>
/// Whenever an import or a pull is killed, the schema file is the old one or the new one. FMETYPED_KILLS says how often a test kills; 20
/// times otherwise.
/// </summary>
[Trait("Suite", "kill")]
public sealed class KillTests : IDisposable
{
    private static readonly int Kills =
        int.TryParse(Environment.GetEnvironmentVariable("FMETYPED_KILLS"), CultureInfo.InvariantCulture, out int kills) ? kills : 20;

    private readonly ToolFolder _folder = new();

    [Fact]
    public async Task A_killed_import_leaves_the_old_file_or_the_new_one()
    {
        string old = await ImportAsync("old", 400);
        _folder.With("new/map.json", ParametersOf(500));
        await KillAsync(old, "import", "new", "--repository", "City");
    }

    [Theory]
    [InlineData(FmeFlowApis.V3)]
    [InlineData(FmeFlowApis.V4)]
    public async Task A_killed_pull_leaves_the_old_file_or_the_new_one(FmeFlowApis api)
    {
        await using FmeFlowEmulator before = await TestServer.StartAsync(api, WorkspacesOf(20));
        (await _folder.Using(before).RunAsync("pull")).MustEndWith(0);
        await using FmeFlowEmulator now = await TestServer.StartAsync(api, WorkspacesOf(25));
        _folder.Using(now);
        await KillAsync(_folder.Read("workspaces.json"), "pull");
    }

    public void Dispose() => _folder.Dispose();

    private async Task KillAsync(string old, params string[] arguments)
    {
        long start = Stopwatch.GetTimestamp();
        (await _folder.RunAsync(arguments)).MustEndWith(0);
        TimeSpan whole = Stopwatch.GetElapsedTime(start);
        string current = _folder.Read("workspaces.json");
        Assert.NotEqual(old, current);
        var random = new Random(1);

        int writing = 0;
        for (int kill = 0; kill < Kills; kill++)
        {
            _folder.With("workspaces.json", old);
            using Process process = _folder.Start(arguments);

            // Some at any time at all, some when the new text is being written, and some when the file itself changes.
            switch (kill % 3)
            {
                case 0:
                    process.WaitForExit(whole * random.NextDouble());
                    break;
                case 1:
                    writing += WaitFor(() => Directory.EnumerateFiles(_folder.Path, "*.tmp").Any(), process) ? 1 : 0;
                    break;
                default:
                    FileInfo before = FileNow();
                    WaitFor(() => FileNow() is var now && (now.Length != before.Length || now.LastWriteTimeUtc != before.LastWriteTimeUtc), process);
                    break;
            }

            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            string left = _folder.Read("workspaces.json");
            Assert.True(left == old || left == current, $"Kill {kill} left a file of {left.Length} characters.");
        }

        Assert.True(writing > 0, "No kill hit the writing.");
        (await _folder.RunAsync(arguments)).MustEndWith(0);
        Assert.Equal(current, _folder.Read("workspaces.json"));
        Assert.Equal(["workspaces.json"], Directory.GetFiles(_folder.Path).Select(Path.GetFileName));
    }

    private static bool WaitFor(Func<bool> condition, Process process)
    {
        while (!process.HasExited)
        {
            if (condition())
            {
                return true;
            }
        }

        return false;
    }

    private FileInfo FileNow()
    {
        var file = new FileInfo(_folder.PathOf("workspaces.json"));
        file.Refresh();
        return file;
    }

    private async Task<string> ImportAsync(string name, int parameters)
    {
        _folder.With($"{name}/map.json", ParametersOf(parameters));
        (await _folder.RunAsync("import", name, "--repository", "City")).MustEndWith(0);
        return _folder.Read("workspaces.json");
    }

    private static string[] WorkspacesOf(int parameters) =>
    [
        .. Enumerable.Range(0, 20).Select(
            i => $$"""{ "repository": "City", "workspace": "w{{i}}.fmw", "services": ["fmejobsubmitter"], "parameters": {{ParametersOf(parameters)}} }"""),
    ];

    private static string ParametersOf(int count)
    {
        var records = new StringBuilder();
        for (int i = 0; i < count; i++)
        {
            records.Append(
                CultureInfo.InvariantCulture,
                $$"""{{(i == 0 ? "[" : ",")}}{ "name": "P{{i}}", "type": "TEXT", "model": "string", "description": "{{new string('x', 200)}}","""
                    + $$""" "optional": true }""");
        }

        return records.Append(']').ToString();
    }
}
