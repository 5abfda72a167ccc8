using System.Diagnostics;
using System.Globalization;
using FmeTyped.Benchmarks.Generator.Measuring;

namespace FmeTyped.Benchmarks.Generator.Compiling;

/// <summary>
/// A compiler server of its own, the program that a build talks to, so that compilations run warm: on a pipe that no other build
/// uses, and whatever the environment says of shared compilation.
/// </summary>
internal sealed class CompilerServer : IDisposable
{
    private readonly string _pipe = string.Create(CultureInfo.InvariantCulture, $"fmetyped-benchmark-{Environment.ProcessId}");
    private readonly Process _server;

    public CompilerServer() => _server = Start("VBCSCompiler.dll", $"-pipename:{_pipe}");

    /// <summary>Compiles as a build does: a client that hands its command line over, and waits.</summary>
    public void Compile(string responseFile)
    {
        using Process client = Start("csc.dll", $"-shared:{_pipe}", "-noconfig", $"@{responseFile}");
        string output = client.StandardOutput.ReadToEnd();
        client.WaitForExit();
        if (client.ExitCode != 0)
        {
            throw new InvalidOperationException($"{responseFile} does not compile:\n{output[..Math.Min(output.Length, 2000)]}");
        }
    }

    /// <summary>Measures something that this process and the server do.</summary>
    public Sample Measure(Action action)
    {
        TimeSpan before = ProcessorTime();
        var watch = Stopwatch.StartNew();
        action();
        return new Sample(watch.Elapsed.TotalMilliseconds, 0, (ProcessorTime() - before).TotalMilliseconds);
    }

    public void Dispose()
    {
        // A client that finds no server compiles by itself, cold, and does not say so.
        if (_server.TotalProcessorTime < TimeSpan.FromSeconds(5))
        {
            Console.Error.WriteLine("The compiler server has hardly worked: these are the times of cold compilations.");
        }

        using Process shutdown = Start("VBCSCompiler.dll", "-shutdown", $"-pipename:{_pipe}");
        shutdown.WaitForExit();
        if (!_server.WaitForExit(TimeSpan.FromSeconds(10)))
        {
            _server.Kill();
        }

        _server.Dispose();
    }

    private TimeSpan ProcessorTime()
    {
        _server.Refresh();
        return _server.TotalProcessorTime + Environment.CpuUsage.TotalTime;
    }

    private static Process Start(string program, params string[] arguments) => Process.Start(
        new ProcessStartInfo(BuildPaths.DotNet, ["exec", Path.Combine(BuildPaths.Compiler, program), .. arguments]) { RedirectStandardOutput = true })!;
}
