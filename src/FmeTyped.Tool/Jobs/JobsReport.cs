using FmeTyped.Tool.Terminal;

namespace FmeTyped.Tool.Jobs;

/// <summary>The jobs of a server.</summary>
/// <param name="Jobs">The jobs: queued, then running, then ended ones, the newest of each first.</param>
/// <param name="MayLackJobs">Whether the list changed while it was read, so that jobs may be missing.</param>
internal sealed record JobsReport(IReadOnlyList<JobRow> Jobs, bool MayLackJobs) : Report
{
    protected override void Print(Output output)
    {
        var table = new TextTable(JobRow.Headers);
        foreach (JobRow job in Jobs)
        {
            table.Add(job.ToCells());
        }

        table.Print(output);
        foreach (JobExplanation why in Jobs.Select(job => job.Explanation).OfType<JobExplanation>())
        {
            output.Line("");
            foreach (string line in why.Text)
            {
                output.Line(line);
            }
        }

        output.Problem(Jobs.Count == 1 ? "1 job." : $"{Jobs.Count} jobs.");
        if (MayLackJobs)
        {
            output.Problem("The list changed while it was read, so jobs may be missing.");
        }
    }
}
