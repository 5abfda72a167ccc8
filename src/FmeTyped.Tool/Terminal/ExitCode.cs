namespace FmeTyped.Tool.Terminal;

/// <summary>How the tool ends. Scripts rely on the numbers: none changes its meaning.</summary>
internal static class ExitCode
{
    /// <summary>Done; nothing differs.</summary>
    public const int Success = 0;

    /// <summary>Done, with something to look at: harmless differences, inputs left out, generated files that are not current, a job that failed.</summary>
    public const int Partly = 1;

    /// <summary>There are differences as grave as <c>--fail-on</c> says, calls fail, or it is not known what became of a submission.</summary>
    public const int Grave = 2;

    /// <summary>A server could not be reached.</summary>
    public const int Unreachable = 3;

    /// <summary>The command line or a file is wrong, and nothing was done.</summary>
    public const int BadUsage = 4;

    /// <summary>A fault of the tool itself.</summary>
    public const int Unexpected = 70;

    /// <summary>Interrupted, as shells number it.</summary>
    public const int Interrupted = 130;
}
