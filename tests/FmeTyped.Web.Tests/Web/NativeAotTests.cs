using System.Diagnostics;
using System.Runtime.InteropServices;

namespace FmeTyped.Web.Tests.Web;

/// <summary>A web app with generated requests, published as native code. This takes a minute or two.</summary>
[Trait("Suite", "aot")]
public class NativeAotTests
{
    [Fact]
    public async Task The_app_publishes_without_a_warning_and_serves_requests()
    {
        RequireToolchain();
        string output = Path.Combine(AppContext.BaseDirectory, "native");

        (int code, string log) = await RunAsync(
            "dotnet",
            "publish",
            Repository.PathOf("tests", "FmeTyped.Web.Tests", "Apps", "NativeAot"),
            "-c",
            "Release",
            "-r",
            "linux-x64",
            "-o",
            output,
            "--nologo");

        Assert.True(code == 0, log);
        Assert.DoesNotContain("warning", log.Replace("0 Warning(s)", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
        (code, string answers) = await RunAsync(Path.Combine(output, "NativeAot"));
        Assert.Equal(
            """
            200 {"THEMES":["airports"],"PAPER":"A4","OWNERS":true,"SHARE":1,"FRAME":"{\"Width\":1,\"Height\":2}"}
            400 THEMES SHEETS
            400 THEMES SHEETS
            503 FME Flow is not available.
            /surveys /jobs /jobs/{id} /jobs/{id}/result
            0
            """,
            $"{answers}{code}");
    }

    private static void RequireToolchain()
    {
        if (RuntimeInformation.RuntimeIdentifier.EndsWith("-x64", StringComparison.Ordinal) && OperatingSystem.IsLinux()
            && Environment.GetEnvironmentVariable("PATH")!
                .Split(':')
                .Any(folder => File.Exists(Path.Combine(folder, "clang")) || File.Exists(Path.Combine(folder, "gcc"))))
        {
            return;
        }

        Assert.False(Environment.GetEnvironmentVariable("CI") == "true", "CI publishes native code: it needs Linux on x64 and clang or gcc.");
        Assert.Skip("Publishing native code needs Linux on x64 and clang or gcc.");
    }

    private static async Task<(int Code, string Output)> RunAsync(string file, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(file, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Task<string> errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output + await errors);
    }
}
