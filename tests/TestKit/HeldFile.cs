using System.Diagnostics;

namespace FmeTyped.TestKit;

/// <summary>
/// A file that cannot be replaced, until this is disposed: on Windows a program has it open; on Linux, where that does not matter, it is immutable.
/// </summary>
public sealed class HeldFile : IDisposable
{
    private readonly string _path;
    private readonly FileStream? _open;

    public HeldFile(string path)
    {
        _path = path;
        if (OperatingSystem.IsWindows())
        {
            _open = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            return;
        }

        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && Change("+i") == 0, "No file can be made immutable here.");
    }

    public void Dispose()
    {
        _open?.Dispose();
        if (_open is null)
        {
            Assert.Equal(0, Change("-i"));
        }
    }

    private int Change(string attribute)
    {
        using Process chattr = Process.Start(new ProcessStartInfo("chattr", [attribute, _path]) { RedirectStandardError = true })!;
        chattr.WaitForExit();
        return chattr.ExitCode;
    }
}
