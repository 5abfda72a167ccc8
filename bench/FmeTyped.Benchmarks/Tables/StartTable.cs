using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using FmeTyped.Benchmarks.Contestants;
using FmeTyped.Benchmarks.Measuring;

namespace FmeTyped.Benchmarks.Tables;

/// <summary>
/// Two programs that submit one job and wait for its end, with FmeTyped and with nothing but HttpClient, compiled at run time, before it, and natively: size,
/// time from the start to the result, the first call, and memory.
/// </summary>
internal static class StartTable
{
    private const int Rounds = 20;

    // What a program of each kind is published with.
    private static readonly (string Kind, string[] Options)[] Kinds =
    [
        ("JIT", ["-p:PublishAot=false", "--self-contained", "false"]),
        ("ReadyToRun", ["-p:PublishAot=false", "--self-contained", "false", "-p:PublishReadyToRun=true"]),
        ("NativeAOT", []),
    ];

    private static readonly string[] Features = ["BATCH", "JOBS", "UPLOAD", "DOWNLOAD", "WEBHOOK"];

    public static async Task PrintAsync()
    {
        await using CannedServer server = await CannedServer.StartAsync();
        Console.WriteLine($"Median (quartiles) of {Rounds} interleaved rounds; ratios round by round. {Machine.Description}.");
        Console.WriteLine();
        Console.WriteLine(
            "| | size, bytes | to hand-written | start to result, ms | to hand-written | first call, ms | to hand-written | peak memory, MB | to hand-written "
                + "| warnings |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|");
        foreach ((string kind, string[] options) in Kinds)
        {
            await PrintAsync([Publish($"{kind}, hand-written", "Bare", kind, options), Publish($"{kind}, FmeTyped", "Typed", kind, options)], server.Url);
        }

        Console.WriteLine();
        Console.WriteLine("| a native program with | bytes more |");
        Console.WriteLine("|---|---|");
        long plain = Publish("", "Typed", "NativeAOT", []).Size;
        foreach (string feature in Features)
        {
            long size = Publish(feature, "Typed", feature, [$"-p:Feature={feature}"]).Size;
            Console.WriteLine($"| {feature} | {size - plain} |");
        }
    }

    private static async Task PrintAsync(IReadOnlyList<NativeProgram> programs, Uri server)
    {
        foreach (NativeProgram program in programs)
        {
            await RunAsync(program, server);
        }

        IReadOnlyList<Figure[]> figures = await Measuring.Rounds.RunAsync(programs, Rounds, program => RunAsync(program, server));
        foreach ((NativeProgram program, Figure[] rounds) in programs.Zip(figures))
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {program.Name} | {program.Size} | {program.Size / (double)programs[0].Size:0.000} | {Both(figure => figure.Milliseconds)} | "
                    + $"{Both(figure => figure.Call)} | {Both(figure => figure.Megabytes)} | {program.Warnings} |"));

            string Both(Func<Figure, double> figure) =>
                $"{Spread.OfMany(rounds.Select(figure)).ToString("0.0")} | "
                    + Spread.OfMany(Measuring.Rounds.Ratios(rounds.Select(figure), figures[0].Select(figure))).ToString("0.00");
        }
    }

    private static NativeProgram Publish(string name, string project, string kind, string[] options)
    {
        string root = Repository.Root;
        string folder = Path.Combine(root, "artifacts", "benchmarks", $"{project}-{kind}");
        var publish = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        foreach (string argument in (ReadOnlySpan<string>)[
            "publish",
            Path.Combine(root, "bench", "FmeTyped.Benchmarks.Aot", project),
            "-c",
            "Release",
            "-r",
            RuntimeInformation.RuntimeIdentifier,
            "-o",
            folder,
            "-nologo",
            "-v",
            "q",
            .. options,
        ])
        {
            publish.ArgumentList.Add(argument);
        }

        using Process process = Process.Start(publish)!;
        string said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        string program = Path.Combine(folder, OperatingSystem.IsWindows() ? $"{project}.exe" : project);
        return process.ExitCode == 0
            ? new NativeProgram(
                name,
                program,
                Directory.EnumerateFiles(folder).Where(IsShipped).Sum(file => new FileInfo(file).Length),
                said.Split('\n').Where(line => line.Contains("warning ", StringComparison.Ordinal)).Distinct().Count())
            : throw new InvalidOperationException($"{project} was not published: {said}");
    }

    // What is for debuggers and editors is not.
    private static bool IsShipped(string file) => Path.GetExtension(file) is not (".pdb" or ".dbg" or ".xml");

    private static async Task<Figure> RunAsync(NativeProgram program, Uri server)
    {
        var start = new ProcessStartInfo(program.Path) { RedirectStandardOutput = true, RedirectStandardInput = true };
        start.ArgumentList.Add(server.ToString());
        start.ArgumentList.Add(Guid.NewGuid().ToString("N"));
        long began = Stopwatch.GetTimestamp();
        using Process process = Process.Start(start)!;
        string? result = await process.StandardOutput.ReadLineAsync();
        TimeSpan time = Stopwatch.GetElapsedTime(began);
        process.Refresh();
        double megabytes = process.PeakWorkingSet64 / 1e6;
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return result?.Split(' ') is [_, "success", "12", var call]
            ? new Figure(time.TotalMilliseconds, double.Parse(call, CultureInfo.InvariantCulture), megabytes)
            : throw new InvalidOperationException($"{program.Name} said: {result}");
    }

    private sealed record NativeProgram(string Name, string Path, long Size, int Warnings);

    private readonly record struct Figure(double Milliseconds, double Call, double Megabytes);
}
