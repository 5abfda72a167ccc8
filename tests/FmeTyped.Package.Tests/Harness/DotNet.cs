using System.Diagnostics;

namespace FmeTyped.Package.Tests.Harness;

/// <summary>Runs a command of the .NET SDK as a user's shell would, whatever runs the tests.</summary>
internal static class DotNet
{
    // What the SDK and a CI script set for the build around the tests is not for the builds inside them.
    private static readonly string[] SurroundingBuild = ["MSBUILD", "Configuration", "NUGET_PACKAGES", "CI"];

    /// <summary>Runs to the end, and tells what was printed and how it ended. Nothing stays behind.</summary>
    public static async Task<DotNetResult> RunAsync(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string name in start.Environment.Keys.Where(IsOfSurroundingBuild).ToArray())
        {
            start.Environment.Remove(name);
        }

        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["UseSharedCompilation"] = "false";

        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        try
        {
            Task<string> output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            Task<string> errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            string text = await output + await errors;
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            return new DotNetResult(string.Join(' ', arguments), process.ExitCode, text);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private static bool IsOfSurroundingBuild(string variable) =>
        SurroundingBuild.Any(name =>
            name == "MSBUILD" ? variable.StartsWith(name, StringComparison.OrdinalIgnoreCase) : variable.Equals(name, StringComparison.OrdinalIgnoreCase));
}
