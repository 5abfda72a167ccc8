using System.Security.Cryptography;

namespace FmeTyped.Tool.Serving;

/// <summary>
/// The token of an emulator that only this machine reaches. It is random, and stays the same from start to start in a file that only the user can read, so
/// that a client needs to be told once.
/// </summary>
internal static class DevelopmentToken
{
    private const int Length = 40;

    /// <summary>The token; null if the user has no folder for it, so that each start has its own.</summary>
    public static string? ReadOrCreate()
    {
        string folder = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        if (folder.Length == 0)
        {
            return null;
        }

        string path = Path.Combine(folder, "fmetyped", "serve-token");
        try
        {
            if (!File.Exists(path))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                Write(path, RandomNumberGenerator.GetHexString(Length, lowercase: true));
            }

            return File.ReadAllText(path) is { Length: Length } token && token.All(char.IsAsciiHexDigitLower) ? token : null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static void Write(string path, string token)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var writer = new StreamWriter(path, options);
        writer.Write(token);
    }
}
