using System.Diagnostics;

namespace FmeTyped.Samples.Tests;

/// <summary>A sample, started as a user starts it.</summary>
internal static class Sample
{
    private static readonly string Configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    /// <summary>Runs it to its end, which has to be a good one, and returns what it printed.</summary>
    public static async Task<string> RunAsync(string name, params string[] arguments)
    {
        string app = Repository.PathOf("samples", name, "bin", Configuration, "net10.0", name + ".dll");
        var start = new ProcessStartInfo("dotnet", [app, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(process.ExitCode == 0, $"exit code {process.ExitCode}\n{output}\n{await errors}");
        return output;
    }
}
