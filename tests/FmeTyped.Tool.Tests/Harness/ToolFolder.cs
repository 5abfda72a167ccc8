using System.Diagnostics;

namespace FmeTyped.Tool.Tests.Harness;

/// <summary>A folder in which the tool runs as a process, as a user's shell would run it.</summary>
internal sealed class ToolFolder : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>The tool, for <c>dotnet exec</c>.</summary>
    public static string Dll { get; } = System.IO.Path.Combine(AppContext.BaseDirectory, "FmeTyped.Tool.dll");

    /// <summary>What the tool finds in its environment.</summary>
    public Dictionary<string, string> Environment { get; } = [];

    public string Path => _folder.Path;

    public string PathOf(params string[] parts) => _folder.PathOf(parts);

    public string Read(params string[] parts) => File.ReadAllText(PathOf(parts));

    public ToolFolder With(string file, string text) => With(file, System.Text.Encoding.UTF8.GetBytes(text));

    public ToolFolder With(string file, byte[] content)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(PathOf(file))!);
        File.WriteAllBytes(PathOf(file), content);
        return this;
    }

    /// <summary>Runs to the end.</summary>
    public Task<ToolResult> RunAsync(params string[] arguments) => RunWithInputAsync("", arguments);

    /// <summary>Runs to the end, with a text as standard input.</summary>
    public async Task<ToolResult> RunWithInputAsync(string input, params string[] arguments)
    {
        using Process process = Start(arguments);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        return await EndAsync(process, arguments);
    }

    /// <summary>What a process that was started printed, once it has ended.</summary>
    public static async Task<ToolResult> EndAsync(Process process, params string[] arguments)
    {
        Task<string> output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Task<string> errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var result = new ToolResult(string.Join(' ', arguments), await output, await errors);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return result with { ExitCode = process.ExitCode };
    }

    /// <summary>Sends a process the signal of Ctrl+C (<c>INT</c>) or that of an orderly end (<c>TERM</c>), which Windows has not got.</summary>
    public static async Task SignalAsync(Process process, string signal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no such signals.");
        using Process kill = Process.Start("kill", [$"-{signal}", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, kill.ExitCode);
    }

    public Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", Dll, .. arguments])
        {
            WorkingDirectory = Path,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string name, string value) in Environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    public void Dispose() => _folder.Dispose();
}
