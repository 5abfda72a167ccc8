using System.Globalization;

namespace FmeTyped.Testing;

/// <summary>
/// Writes a job's log in the layout of FME's translation logs: time, elapsed seconds, seconds since the previous line, severity, text,
/// separated by bars. The summary of features written is that of the article "Submitting a Job through the FME Server REST API";
/// the lines around it are A010.
/// </summary>
internal sealed class JobLog
{
    private const int Width = 78;
    private const int CountWidth = 14;
    private static readonly string Frame = string.Concat(Enumerable.Repeat("=-", Width / 2));
    private static readonly string Rule = new('=', Width);

    private readonly List<JobLogLine> _lines = [];
    private readonly DateTimeOffset _started;
    private TimeSpan _elapsed;
    private TimeSpan _sinceLast;

    private JobLog(DateTimeOffset started) => _started = started;

    /// <summary>The log as text.</summary>
    public static string Text(JobState job) => string.Concat(Lines(job).Select(line => line.Line + "\n"));

    /// <summary>The log's lines so far; none before an engine has taken the job.</summary>
    public static IReadOnlyList<JobLogLine> Lines(JobState job)
    {
        if (job.Started is not { } started)
        {
            return [];
        }

        var log = new JobLog(started);
        log.Add("INFORM", "Starting translation...");
        if (job.IsFinished)
        {
            log.Proceed(job.Elapsed);
            log.AddEnd(job);
        }

        return log._lines;
    }

    private void AddEnd(JobState job)
    {
        if (!job.IsComplete)
        {
            Add("ERROR", job.Message.TrimEnd());
            return;
        }

        FmeJobOutcome outcome = job.Outcome;
        AddAll("INFORM", outcome.LogLines);
        AddAll("WARN", outcome.Warnings);
        AddSummary(outcome, job.FeatureCount);
        if (job.ErrorCount > 0)
        {
            Add("ERROR", outcome.Message);
            Add("ERROR", Format($"Translation FAILED with {job.ErrorCount} error(s) and {job.WarningCount} warning(s) ({job.FeatureCount} feature(s) output)"));
        }
        else
        {
            Add("INFORM", Format($"Translation was SUCCESSFUL with {job.WarningCount} warning(s) ({job.FeatureCount} feature(s) output)"));
        }
    }

    private void AddSummary(FmeJobOutcome outcome, long total)
    {
        Add("STATS", Frame);
        Add("STATS", "Features Written Summary".PadLeft((Width + "Features Written Summary".Length) / 2));
        Add("STATS", Frame);
        foreach ((string featureType, long count) in outcome.FeaturesWritten)
        {
            Add("STATS", Counted(featureType, count));
        }

        Add("STATS", Rule);
        Add("STATS", Counted("Total Features Written", total));
        Add("STATS", Frame);
    }

    private static string Counted(string name, long count) =>
        name.PadRight(Width - CountWidth) + " " + count.ToString(CultureInfo.InvariantCulture).PadLeft(CountWidth - 1);

    private void AddAll(string severity, IReadOnlyList<string> texts)
    {
        foreach (string text in texts)
        {
            Add(severity, text);
        }
    }

    private void Proceed(TimeSpan elapsed)
    {
        _sinceLast = elapsed - _elapsed;
        _elapsed = elapsed;
    }

    private void Add(string severity, string text)
    {
        _lines.Add(new JobLogLine(_lines.Count + 1, _started + _elapsed, _elapsed, _sinceLast, severity, text));
        _sinceLast = TimeSpan.Zero;
    }

    private static string Format(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
