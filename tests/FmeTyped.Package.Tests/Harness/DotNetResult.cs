namespace FmeTyped.Package.Tests.Harness;

/// <summary>How a command ended.</summary>
/// <param name="Command">The command's arguments.</param>
/// <param name="ExitCode">0 for success.</param>
/// <param name="Output">All that was printed.</param>
internal sealed record DotNetResult(string Command, int ExitCode, string Output)
{
    /// <summary>The output, where the command must have succeeded.</summary>
    public string MustSucceed()
    {
        Assert.True(ExitCode == 0, $"dotnet {Command} ended with {ExitCode}:\n{Output}");
        return Output;
    }
}
