namespace FmeTyped.Tool.Tests.Harness;

/// <summary>How a run of the tool ended.</summary>
internal sealed record ToolResult(string Command, string Output, string Errors)
{
    public int ExitCode { get; init; }

    /// <summary>The run, which must have ended so. No run may print a stack trace.</summary>
    public ToolResult MustEndWith(int exitCode)
    {
        Assert.True(ExitCode == exitCode, $"fmetyped {Command} ended with {ExitCode}:\n{Output}\n{Errors}");
        Assert.DoesNotContain("   at ", Output + Errors, StringComparison.Ordinal);
        return this;
    }
}
