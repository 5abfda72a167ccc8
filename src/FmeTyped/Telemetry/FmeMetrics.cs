using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace FmeTyped;

/// <summary>The metrics of one client.</summary>
internal sealed class FmeMetrics
{
    private static readonly object Making = new();
    private static readonly Lazy<Meter> Shared = new(() => new Meter(Options()));

    private readonly string _address;
    private readonly object _port;
    private readonly Counter<long> _submissions;
    private readonly Histogram<double> _jobDuration;
    private readonly Histogram<double> _jobQueueTime;
    private readonly Histogram<double> _jobRunTime;
    private readonly Counter<long> _failedJobs;
    private readonly Counter<long> _polls;
    private readonly Counter<long> _uploadedBytes;

    /// <param name="meter">The meter. It has each instrument once, however many clients there are.</param>
    /// <param name="address">The server's host.</param>
    /// <param name="port">The server's port.</param>
    public FmeMetrics(Meter meter, string address, object port)
    {
        _address = address;
        _port = port;

        // A meter keeps an instrument that it has, but not where two threads make it at the same time.
        lock (Making)
        {
            _submissions = meter.CreateCounter<long>(
                "fme.submissions", "{submission}", "Submissions, successful or not, by SubmitAsync, RunAsync or TransactAsync.");
            _jobDuration = Times(
                meter, "fme.job.duration", "From the queueing of a job to its end, by the server's clock, of jobs this client waited for.");
            _jobQueueTime = Times(
                meter, "fme.job.queue_time", "From the queueing of a job to its start, by the server's clock, of jobs this client waited for.");
            _jobRunTime = Times(
                meter, "fme.job.run_time", "From the start of a job to its end, by the server's clock, of jobs this client waited for.");
            _failedJobs = meter.CreateCounter<long>("fme.job.failures", "{job}", "Failed jobs that this client waited for.");
            _polls = meter.CreateCounter<long>("fme.job.polls", "{poll}", "Polls of jobs while waiting for them.");
            _uploadedBytes = meter.CreateCounter<long>("fme.upload.size", "By", "Bytes of files that were uploaded.");
        }
    }

    /// <summary>The meter of an application's services; without them, one of the process.</summary>
    public static Meter MeterOf(IMeterFactory? meters) => meters?.Create(Options()) ?? Shared.Value;

    /// <summary>Records a submission, successful or not.</summary>
    /// <param name="operation"><c>submit</c>, <c>transact</c> or <c>stream</c>.</param>
    /// <param name="repository">The repository.</param>
    /// <param name="workspace">The workspace.</param>
    /// <param name="failure">Why it failed; null if it succeeded.</param>
    public void Submitted(string operation, string repository, string workspace, Exception? failure)
    {
        if (_submissions.Enabled)
        {
            TagList tags = TagsOf(repository, workspace);
            tags.Add(TelemetryTags.Operation, operation);
            if (failure is not null)
            {
                tags.Add(TelemetryTags.ErrorType, TelemetryTags.ErrorTypeOf(failure));
            }

            _submissions.Add(1, tags);
        }
    }

    /// <summary>Records the end of a job that this client waited for.</summary>
    /// <param name="status">The status it ended with, in a word that is the same over all servers.</param>
    /// <param name="statusText">The server's word for it.</param>
    /// <param name="succeeded">Whether it succeeded.</param>
    /// <param name="queueTime">How long it waited for an engine; null if the server does not report it, as below.</param>
    /// <param name="runTime">How long it ran.</param>
    /// <param name="duration">Both together.</param>
    /// <param name="repository">The repository.</param>
    /// <param name="workspace">The workspace.</param>
    public void JobEnded(
        string status, string statusText, bool succeeded, TimeSpan? queueTime, TimeSpan? runTime, TimeSpan? duration, string? repository, string? workspace)
    {
        if (!_jobDuration.Enabled && !_jobQueueTime.Enabled && !_jobRunTime.Enabled && !_failedJobs.Enabled)
        {
            return;
        }

        TagList tags = TagsOf(repository, workspace);
        tags.Add(TelemetryTags.JobStatus, status);
        tags.Add(TelemetryTags.JobStatusText, statusText);
        Record(_jobDuration, duration, tags);
        Record(_jobQueueTime, queueTime, tags);
        Record(_jobRunTime, runTime, tags);
        if (!succeeded)
        {
            _failedJobs.Add(1, tags);
        }
    }

    /// <summary>Records a poll of a job.</summary>
    public void Polled()
    {
        if (_polls.Enabled)
        {
            _polls.Add(1, TagsOf(repository: null, workspace: null));
        }
    }

    /// <summary>Records sent bytes of a file.</summary>
    public void Uploaded(long bytes)
    {
        if (_uploadedBytes.Enabled)
        {
            _uploadedBytes.Add(bytes, TagsOf(repository: null, workspace: null));
        }
    }

    private static MeterOptions Options() => new(TelemetryTags.SourceName) { Version = TelemetryVersion.Text };

    // The usual buckets are those of an HTTP request, and end where jobs begin.
#if NET9_0_OR_GREATER
    private static Histogram<double> Times(Meter meter, string name, string description) => meter.CreateHistogram(
        name,
        "s",
        description,
        tags: null,
        new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.5, 1, 2, 5, 10, 30, 60, 120, 300, 600, 1800, 3600, 7200, 14400] });
#else
    private static Histogram<double> Times(Meter meter, string name, string description) => meter.CreateHistogram<double>(name, "s", description);
#endif

    private static void Record(Histogram<double> histogram, TimeSpan? time, TagList tags)
    {
        if (time is { Ticks: >= 0 } known)
        {
            histogram.Record(known.TotalSeconds, tags);
        }
    }

    private TagList TagsOf(string? repository, string? workspace)
    {
        var tags = new TagList { { TelemetryTags.ServerAddress, _address }, { TelemetryTags.ServerPort, _port } };
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
