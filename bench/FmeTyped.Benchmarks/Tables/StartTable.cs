using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using FmeTyped.Benchmarks.Contestants;
using FmeTyped.Benchmarks.Measuring;

namespace FmeTyped.Benchmarks.Tables;

/// <summary>
/// Two native programs that submit one job and wait for its end, with FmeTyped and with nothing but HttpClient: size, time from the start to the result, and
/// memory.
/// </summary>
internal static class StartTable
{
    private const int Rounds = 40;

    public static async Task PrintAsync()
    {
        await using CannedServer server = await CannedServer.StartAsync();
        List<NativeProgram> programs = [];
        foreach ((string name, string project) in (ReadOnlySpan<(string, string)>)[("hand-written", "Bare"), ("FmeTyped", "Typed")])
        {
            programs.Add(Publish(name, project));
        }

        foreach (NativeProgram program in programs)
        {
            await RunAsync(program, server.Url);
        }

        IReadOnlyList<Figure[]> figures = await Measuring.Rounds.RunAsync(programs, Rounds, program => RunAsync(program, server.Url));
        Console.WriteLine($"Median (quartiles) of {Rounds} interleaved rounds; ratios round by round. {Machine.Description}.");
        Console.WriteLine();
        Console.WriteLine("| | size, bytes | to hand-written | start to result, ms | to hand-written | peak memory, MB | to hand-written | warnings |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
        foreach ((NativeProgram program, Figure[] rounds) in programs.Zip(figures))
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {program.Name} | {program.Size} | {program.Size / (double)programs[0].Size:0.000} | "
                    + $"{Spread.OfMany(rounds.Select(figure => figure.Milliseconds)).ToString("0.0")} | {Ratio(figure => figure.Milliseconds)} | "
                    + $"{Spread.OfMany(rounds.Select(figure => figure.Megabytes)).ToString("0.0")} | {Ratio(figure => figure.Megabytes)} | "
                    + $"{program.Warnings} |"));

            string Ratio(Func<Figure, double> figure) =>
                Spread.OfMany(Measuring.Rounds.Ratios(rounds.Select(figure), figures[0].Select(figure))).ToString("0.00");
        }
    }

    private static NativeProgram Publish(string name, string project)
    {
        string root = FindRoot();
        string folder = Path.Combine(root, "artifacts", "benchmarks", project);
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
                new FileInfo(program).Length,
                said.Split('\n').Where(line => line.Contains("warning ", StringComparison.Ordinal)).Distinct().Count())
            : throw new InvalidOperationException($"{project} was not published: {said}");
    }

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
        return result?.EndsWith(" success 12", StringComparison.Ordinal) == true
            ? new Figure(time.TotalMilliseconds, megabytes)
            : throw new InvalidOperationException($"{program.Name} said: {result}");
    }

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "FmeTyped.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("Run this from its build output, inside of the repository.");
    }

    private sealed record NativeProgram(string Name, string Path, long Size, int Warnings);

    private readonly record struct Figure(double Milliseconds, double Megabytes);
}
