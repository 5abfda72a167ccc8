using System.Diagnostics;
using System.Text.Json;

namespace FmeTyped.Mutants;

/// <summary>Questions to the .NET SDK and to Git.</summary>
internal static class DotNet
{
    // Test programs are run for the newest framework only.
    public const string Framework = "net10.0";

    public static Task BuildAsync(string project) => RunAsync("dotnet", "build", project, "-f", Framework, "-p:RunAnalyzers=false", "-v", "q", "-nologo");

    /// <summary>What the compiler is called with. The compiler itself is not called, and no file of the build's output changes.</summary>
    public static async Task<IReadOnlyList<string>> CompilerArgumentsAsync(string project)
    {
        // A project with one target framework has no builds to choose from.
        string frameworks = await RunAsync("dotnet", "msbuild", project, "-getProperty:TargetFrameworks");
        string[] framework = frameworks.Contains(Framework, StringComparison.Ordinal) ? [$"-p:TargetFramework={Framework}"] : [];
        string json = await RunAsync(
            "dotnet",
            [
                "msbuild", project, .. framework, "-t:Compile", "-p:BuildProjectReferences=false",
                "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true",
                // Not made by the build, so that it always counts as out of date.
                "-p:NonExistentFile=none", "-getItem:CscCommandLineArgs",
            ]);
        using var document = JsonDocument.Parse(json);
        return [.. from argument in document.RootElement.GetProperty("Items").GetProperty("CscCommandLineArgs").EnumerateArray()
                   select argument.GetProperty("Identity").GetString()!];
    }

    public static async Task<string> CommitAsync()
    {
        string commit = (await RunAsync("git", "rev-parse", "--short", "HEAD")).Trim();
        return (await RunAsync("git", "status", "--porcelain", "--", "src", "tests")).Length == 0 ? commit : $"{commit} with changes";
    }

    private static async Task<string> RunAsync(string program, params IEnumerable<string> arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? output
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{output}");
    }
}
