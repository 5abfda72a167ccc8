namespace FmeTyped.Tool.Terminal;

/// <summary>The exit codes of the tool. Scripts rely on the numbers, so their meaning never changes.</summary>
internal static class ExitCode
{
    /// <summary>Done; nothing differs.</summary>
    public const int Success = 0;

    /// <summary>Done, with something to check: harmless differences, inputs left out, generated files that are not current, a failed job.</summary>
    public const int Partly = 1;

    /// <summary>There are differences of the class of <c>--fail-on</c> or above, calls will fail, or the outcome of a submission is unknown.</summary>
    public const int Severe = 2;

    /// <summary>A server could not be reached.</summary>
    public const int Unreachable = 3;

    /// <summary>The command line or a file is wrong, and nothing was done.</summary>
    public const int BadUsage = 4;

    /// <summary>An internal error of the tool.</summary>
    public const int Unexpected = 70;

    /// <summary>Interrupted, with the number that shells use.</summary>
    public const int Interrupted = 130;
}
