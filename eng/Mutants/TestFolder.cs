using System.Diagnostics;

namespace FmeTyped.Mutants;

/// <summary>A copy of a test program with all that stands beside it, in which one assembly is replaced.</summary>
internal sealed class TestFolder : IDisposable
{
    private readonly string _folder;
    private readonly string _program;
    private readonly string _replaced;
    private readonly IReadOnlyList<string> _arguments;

    /// <param name="program">The path of the test program.</param>
    /// <param name="replaced">The file name of the assembly beside it that is replaced.</param>
    /// <param name="arguments">What the program is called with.</param>
    /// <param name="copy">The folder that the copy is made in.</param>
    public TestFolder(string program, string replaced, IReadOnlyList<string> arguments, string copy)
    {
        _folder = copy;
        _program = Path.Combine(copy, Path.GetFileName(program));
        _replaced = Path.Combine(copy, replaced);
        _arguments = arguments;
        Delete();
        Copy(Path.GetDirectoryName(program)!, copy);
    }

    /// <summary>Runs the tests against an assembly.</summary>
    public async Task<Outcome> RunAsync(byte[] assembly, TimeSpan limit)
    {
        await File.WriteAllBytesAsync(_replaced, assembly);
        var start = new ProcessStartInfo("dotnet", [_program, .. _arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _folder,
        };

        // A mutant that takes more and more memory ends by that, and not the machine.
        start.Environment["DOTNET_GCHeapHardLimit"] = "0x40000000";
        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var timeout = new CancellationTokenSource(limit);
        try
        {
            await process.WaitForExitAsync(timeout.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            return Outcome.TimedOut;
        }

        return process.ExitCode == 0 ? Outcome.Survived : Outcome.Killed;
    }

    public void Dispose() => Delete();

    private void Delete()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (string file in Directory.EnumerateFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }

        foreach (string folder in Directory.EnumerateDirectories(from))
        {
            Copy(folder, Path.Combine(to, Path.GetFileName(folder)));
        }
    }
}
