using FmeTyped.Tool.Terminal;
using Spectre.Console;

namespace FmeTyped.Tool.Jobs;

/// <summary>Follows the jobs of a server: a table that is kept current on a terminal, otherwise a line for each change of a job.</summary>
internal sealed class JobWatch(JobReader reader, FmeJobQuery query, TimeProvider time, Output output)
{
    private const int MostJobs = 100;
    private const int MostRows = 20;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    /// <summary>Follows until the user stops it.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await (output.Terminal is { } terminal ? FollowAsync(terminal, cancellationToken) : FollowAsync(cancellationToken)).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Ctrl+C is how it ends.
        }
    }

    private Task FollowAsync(IAnsiConsole terminal, CancellationToken cancellationToken) =>
        terminal.Live(new Text("Reading jobs")).StartAsync(context => ForEachReadingAsync(
            jobs =>
            {
                var table = new TextTable(JobRow.Headers);
                foreach (JobRow job in jobs.Take(MostRows))
                {
                    table.Add(job.ToCells());
                }

                context.UpdateTarget(table.ToRenderable());
                context.Refresh();
            },
            cancellationToken));

    private Task FollowAsync(CancellationToken cancellationToken)
    {
        var told = new Dictionary<long, string>();
        return ForEachReadingAsync(
            jobs =>
            {
                // The oldest first, as the lines of a log.
                foreach (JobRow job in jobs.OrderBy(job => job.Id).Where(job => told.GetValueOrDefault(job.Id) != job.Status))
                {
                    told[job.Id] = job.Status;
                    output.Line(string.Join("  ", job.ToCells().Select(cell => cell.Text)).TrimEnd());
                }
            },
            cancellationToken);
    }

    private async Task ForEachReadingAsync(Action<IReadOnlyList<JobRow>> show, CancellationToken cancellationToken)
    {
        while (true)
        {
            show(await reader.ReadFirstAsync(query, MostJobs, cancellationToken).ConfigureAwait(false));
            await Task.Delay(Interval, time, cancellationToken).ConfigureAwait(false);
        }
    }
}
