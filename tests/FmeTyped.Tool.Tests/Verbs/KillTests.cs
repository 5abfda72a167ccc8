using System.Diagnostics;
using System.Globalization;
using System.Text;
using FmeTyped.Tool.Tests.Harness;

namespace FmeTyped.Tool.Tests.Verbs;

/// <summary>
/// Whenever an import is killed, the schema file is the old one or the new one. FMETYPED_KILLS says how often the test kills; 30 times
/// otherwise.
/// </summary>
public sealed class KillTests : IDisposable
{
    private static readonly int Kills =
        int.TryParse(Environment.GetEnvironmentVariable("FMETYPED_KILLS"), CultureInfo.InvariantCulture, out int kills) ? kills : 30;

    private readonly ToolFolder _folder = new();

    [Fact]
    public async Task A_killed_import_leaves_the_old_file_or_the_new_one()
    {
        string old = await ImportAsync("old", 400);
        long start = Stopwatch.GetTimestamp();
        string current = await ImportAsync("new", 500);
        TimeSpan whole = Stopwatch.GetElapsedTime(start);
        Assert.NotEqual(old, current);
        var random = new Random(1);

        int writing = 0;
        for (int kill = 0; kill < Kills; kill++)
        {
            _folder.With("workspaces.json", old);
            using Process process = _folder.Start("import", "new", "--repository", "City");

            // One half at any time at all, the other half while the file is being written.
            if (kill % 2 == 0)
            {
                process.WaitForExit(whole * random.NextDouble());
            }
            else
            {
                writing += WaitForWriting(process) ? 1 : 0;
            }

            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            string left = _folder.Read("workspaces.json");
            Assert.True(left == old || left == current, $"Kill {kill} left a file of {left.Length} characters.");
        }

        Assert.True(writing > 0, "No kill hit the writing.");
        await ImportAsync("new", 500);
        Assert.Equal(["workspaces.json"], Directory.GetFiles(_folder.Path).Select(Path.GetFileName));
    }

    public void Dispose() => _folder.Dispose();

    private bool WaitForWriting(Process process)
    {
        while (!process.HasExited)
        {
            if (Directory.EnumerateFiles(_folder.Path, "*.tmp").Any())
            {
                return true;
            }
        }

        return false;
    }

    private async Task<string> ImportAsync(string name, int parameters)
    {
        var records = new StringBuilder();
        for (int i = 0; i < parameters; i++)
        {
            records.Append(CultureInfo.InvariantCulture, $$"""{{(i == 0 ? "[" : ",")}}{ "name": "P{{i}}", "type": "TEXT", "model": "string", "description": "{{new string('x', 200)}}", "optional": true }""");
        }

        _folder.With($"{name}/map.json", records.Append(']').ToString());
        (await _folder.RunAsync("import", name, "--repository", "City")).MustEndWith(0);
        return _folder.Read("workspaces.json");
    }
}
