using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace FmeTyped;

/// <summary>The client's metrics.</summary>
internal static class FmeMetrics
{
    private static readonly Meter Meter = new(TelemetryTags.SourceName, TelemetryVersion.Text);

    private static readonly Counter<long> SubmissionCount = Meter.CreateCounter<long>(
        "fme.submissions", "{submission}", "Submissions, successful or not, by SubmitAsync, RunAsync or TransactAsync.");

    private static readonly Histogram<double> JobDuration = Meter.CreateHistogram<double>(
        "fme.job.duration", "s", "From the queueing of a job to its end, by the server's clock, of jobs this client waited for.");

    private static readonly Histogram<double> JobQueueTime = Meter.CreateHistogram<double>(
        "fme.job.queue_time", "s", "From the queueing of a job to its start, by the server's clock, of jobs this client waited for.");

    private static readonly Histogram<double> JobRunTime = Meter.CreateHistogram<double>(
        "fme.job.run_time", "s", "From the start of a job to its end, by the server's clock, of jobs this client waited for.");

    private static readonly Counter<long> FailedJobCount = Meter.CreateCounter<long>(
        "fme.job.failures", "{job}", "Failed jobs that this client waited for.");

    private static readonly Counter<long> PollCount = Meter.CreateCounter<long>(
        "fme.job.polls", "{poll}", "Polls of jobs while waiting for them.");

    private static readonly Counter<long> UploadedBytes = Meter.CreateCounter<long>(
        "fme.upload.size", "By", "Bytes of files that were uploaded.");

    /// <summary>Records a submission, successful or not.</summary>
    /// <param name="operation"><c>submit</c>, <c>transact</c> or <c>stream</c>.</param>
    /// <param name="repository">The repository.</param>
    /// <param name="workspace">The workspace.</param>
    /// <param name="failure">Why it failed; null if it succeeded.</param>
    public static void Submitted(string operation, string repository, string workspace, Exception? failure)
    {
        if (SubmissionCount.Enabled)
        {
            TagList tags = TagsOf(repository, workspace);
            tags.Add(TelemetryTags.Operation, operation);
            if (failure is not null)
            {
                tags.Add(TelemetryTags.ErrorType, TelemetryTags.ErrorTypeOf(failure));
            }

            SubmissionCount.Add(1, tags);
        }
    }

    /// <summary>Records the end of a job that this client waited for.</summary>
    /// <param name="status">The status it ended with.</param>
    /// <param name="succeeded">Whether it succeeded.</param>
    /// <param name="queueTime">How long it waited for an engine; null if the server does not report it, as below.</param>
    /// <param name="runTime">How long it ran.</param>
    /// <param name="duration">Both together.</param>
    /// <param name="repository">The repository.</param>
    /// <param name="workspace">The workspace.</param>
    public static void JobEnded(
        string status, bool succeeded, TimeSpan? queueTime, TimeSpan? runTime, TimeSpan? duration, string? repository, string? workspace)
    {
        if (!JobDuration.Enabled && !JobQueueTime.Enabled && !JobRunTime.Enabled && !FailedJobCount.Enabled)
        {
            return;
        }

        TagList tags = TagsOf(repository, workspace);
        tags.Add(TelemetryTags.JobStatus, status);
        Record(JobDuration, duration, tags);
        Record(JobQueueTime, queueTime, tags);
        Record(JobRunTime, runTime, tags);
        if (!succeeded)
        {
            FailedJobCount.Add(1, tags);
        }
    }

    /// <summary>Records a poll of a job.</summary>
    public static void Polled() => PollCount.Add(1);

    /// <summary>Records sent bytes of a file.</summary>
    public static void Uploaded(long bytes) => UploadedBytes.Add(bytes);

    private static void Record(Histogram<double> histogram, TimeSpan? time, TagList tags)
    {
        if (time is { Ticks: >= 0 } known)
        {
            histogram.Record(known.TotalSeconds, tags);
        }
    }

    private static TagList TagsOf(string? repository, string? workspace)
    {
        var tags = default(TagList);
        if (repository is not null)
        {
            tags.Add(TelemetryTags.Repository, repository);
        }

        if (workspace is not null)
        {
            tags.Add(TelemetryTags.Workspace, workspace);
        }

        return tags;
    }
}
