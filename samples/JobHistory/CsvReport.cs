using System.Globalization;
using FmeTyped;

namespace JobHistory;

/// <summary>Jobs as a table for a spreadsheet.</summary>
internal static class CsvReport
{
    /// <summary>Writes one line for each job, in the order of the server, and returns their number.</summary>
    public static async Task<int> WriteAsync(IAsyncEnumerable<FmeJobRecord> jobs, TextWriter csv)
    {
        int count = 0;
        await csv.WriteLineAsync("job,workspace,user,queued (s),run (s),outcome");
        await foreach (FmeJobRecord job in jobs)
        {
            await csv.WriteLineAsync(string.Join(',',
                job.Id.ToString(CultureInfo.InvariantCulture),
                Quoted($"{job.Repository}/{job.Workspace}"),
                Quoted(job.UserName),
                Seconds(job.TimeQueued ?? job.TimeSubmitted, job.TimeStarted),
                Seconds(job.TimeStarted, job.TimeFinished),
                Quoted(job.Status.Text)));
            count++;
        }

        return count;
    }

    // A job that was cancelled in its queue never started: its time is empty, and not zero.
    private static string Seconds(DateTimeOffset? from, DateTimeOffset? to) =>
        (to - from)?.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture) ?? "";

    private static string Quoted(string? text) => $"\"{text?.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
