using FmeTyped.Tool.Terminal;

namespace FmeTyped.Tool.Jobs;

/// <summary>What <c>fmetyped cancel</c> did.</summary>
/// <param name="Id">The job's id.</param>
/// <param name="Cancelled">Whether the server was asked to cancel the job; otherwise it had already ended.</param>
internal sealed record CancelReport(long Id, bool Cancelled) : Report
{
    internal override int ExitCode => Cancelled ? Terminal.ExitCode.Success : Terminal.ExitCode.Partly;

    protected override void Print(Output output) => output.Line(Cancelled ? $"Job {Id} is being cancelled." : $"Job {Id} had already ended.");
}
