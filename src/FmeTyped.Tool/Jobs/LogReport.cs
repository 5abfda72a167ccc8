using FmeTyped.Tool.Terminal;

namespace FmeTyped.Tool.Jobs;

/// <summary>The log of a job. As text, each line is printed as it arrives.</summary>
/// <param name="Id">The job's id.</param>
/// <param name="Lines">The lines, which are read when they are printed.</param>
internal sealed record LogReport(long Id, IAsyncEnumerable<string> Lines) : Report
{
    public override async Task PrintAsync(Output output, CancellationToken cancellationToken)
    {
        await foreach (string line in Lines.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            output.Line(line);
        }
    }
}
