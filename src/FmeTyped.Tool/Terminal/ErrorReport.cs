namespace FmeTyped.Tool.Terminal;

/// <summary>Why a verb did nothing, as <c>--json</c> prints it. A person reads the messages on standard error.</summary>
/// <param name="Error">The error.</param>
internal sealed record ErrorReport(ErrorReport.Details Error) : Report
{
    internal override int ExitCode => Error.ExitCode;

    protected override void Print(Output output) => output.Problems(Error.Messages);

    /// <param name="ExitCode">The exit code of the tool.</param>
    /// <param name="Messages">What is wrong and what to do.</param>
    internal sealed record Details(int ExitCode, IReadOnlyList<string> Messages);
}
