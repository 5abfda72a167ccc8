using FmeTyped.Tests.Sample;
using FmeTyped.Tests.Server;

namespace FmeTyped.Tests.Simulation;

/// <summary>
/// One submission from its call to its end, with the real client, against a server that is drawn by lot. The same seed lives the same life.
/// </summary>
internal sealed class JobLife : IDisposable
{
    private static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(100);

    private readonly Random _random;
    private readonly SimulatedTime _time = new();
    private readonly SimulatedServer _server;
    private readonly FmeFlowClient _client;
    private readonly TimeSpan _waitTimeout;
    private readonly CancellationTokenSource _cancellation = new();
    private readonly bool _cancelsJob;
    private readonly Func<Task<FmeJobResult>> _course;
    private FmeJob? _job;

    public JobLife(int seed)
    {
        _random = new Random(seed);
        FmeApiVersion version = _random.Next(2) == 0 ? FmeApiVersion.V3 : FmeApiVersion.V4;
        bool isAuto = _random.Next(6) == 0;
        double[] troubles = [0, 0.05, 0.3, 0.8];
        _server = new SimulatedServer(_random, _time, version, troubles[_random.Next(troubles.Length)]);
        _waitTimeout = TimeSpan.FromSeconds(_random.Next(1, 1200));
        _cancelsJob = _random.Next(2) == 0;
        if (_random.Next(4) == 0)
        {
            _server.OnRequest(_random.Next(1, 6), _cancellation.Cancel);
        }

        _server.Purges = _random.Next(8) == 0;
        _client = new FmeFlowClient(new FmeFlowOptions
        {
            ServerUrl = new Uri("https://fme.example.com"),
            Token = Tokens.Marker,
            ApiVersion = isAuto ? FmeApiVersion.Auto : version,
            RequestTimeout = RequestTimeout,
            WaitTimeout = _waitTimeout,
            TimeProvider = _time,
        }, new HttpClient(_server) { Timeout = Timeout.InfiniteTimeSpan });
        Func<Task<FmeJobResult>>[] courses = [RunAsync, RunAsync, SubmitAndWaitAsync, SubmitCancelAndWaitAsync, TransactAsync];
        _course = courses[_random.Next(courses.Length)];
        if (isAuto || (version == FmeApiVersion.V4 && _course == TransactAsync))
        {
            AskForBuild();
        }

        if (_random.Next(4) == 0)
        {
            _server.RestartIn(TimeSpan.FromSeconds(_random.NextDouble() * 60), TimeSpan.FromSeconds(_random.Next(0, 30)));
        }
    }

    /// <summary>What came of it, for a table of what lives there were.</summary>
    public string Outcome { get; private set; } = "";

    /// <summary>The life in a line.</summary>
    public override string ToString() => $"{Outcome} after {_time.Elapsed} and {_server.Requests} requests";

    /// <summary>Lives the life.</summary>
    /// <exception cref="BrokenInvariantException">Something happened that must not.</exception>
    public void Live()
    {
        Task<FmeJobResult> course = _course();
        while (!course.IsCompleted)
        {
            Require(_time.Step(), "the call hangs: it waits for nothing that could come");
        }

        _server.CalmDown();
        CheckOutcome(course);
        Require(_server.SubmissionsSeen <= 1, $"the server saw {_server.SubmissionsSeen} submissions");
        Require(_server.Jobs.Count <= 1, $"there are {_server.Jobs.Count} jobs");

        // A submission, its waiting, and a cancellation at the end, each within its own limit; one that was asked for can take six requests.
        Require(
            _time.Elapsed <= _waitTimeout + ((_course == SubmitCancelAndWaitAsync ? 10 : 4) * RequestTimeout),
            $"it took {_time.Elapsed} with a wait of at most {_waitTimeout}");
        if (course.Exception?.InnerException is FmeSubmissionUnknownException unknown)
        {
            Find(unknown);
        }

        _cancellation.Dispose();
        Require(_server.OpenAnswers == 0, $"{_server.OpenAnswers} answers were left open");
        Require(_server.PendingRequests == 0, $"{_server.PendingRequests} requests were left pending");
        Require(_time.SetTimers == 0, $"{_time.SetTimers} timers were left set");
    }

    public void Dispose()
    {
        _cancellation.Dispose();
        _client.Dispose();
        _server.Dispose();
    }

    // The build is asked for on a thread of its own, once, before the first synchronous call. That has to be over before the life begins.
    private void AskForBuild()
    {
        _server.IsCalm = true;
        _client.TransactAsync(new AustinDownload(), new FmeRunOptions { Wait = new FmeWaitOptions { ThrowOnFailure = false } }).GetAwaiter().GetResult();
        Require(SpinWait.SpinUntil(() => _time.SetTimers == 0, TimeSpan.FromSeconds(30)), "the question for the build left a timer set");
        _server.IsCalm = false;
        _server.Reset();
    }

    private FmeWaitOptions Wait => new() { CancelJobOnCancellation = _cancelsJob };

    private Task<FmeJobResult> RunAsync() => _client.RunAsync(new AustinDownload(), new FmeRunOptions { Wait = Wait }, _cancellation.Token);

    private Task<FmeJobResult> TransactAsync() => _client.TransactAsync(new AustinDownload(), cancellationToken: _cancellation.Token);

    private async Task<FmeJobResult> SubmitAndWaitAsync()
    {
        _job = await _client.SubmitAsync(new AustinDownload(), _cancellation.Token).ConfigureAwait(false);
        return await _client.GetJob(_job.Id).WaitAsync(Wait, _cancellation.Token).ConfigureAwait(false);
    }

    private async Task<FmeJobResult> SubmitCancelAndWaitAsync()
    {
        _job = await _client.SubmitAsync(new AustinDownload(), _cancellation.Token).ConfigureAwait(false);
        bool isAccepted = await _job.CancelAsync(_cancellation.Token).ConfigureAwait(false);
        SimulatedJob job = _server.Jobs.Single();
        Require(!isAccepted || job.IsCancelled, "a cancellation was told of that the server never saw");
        Require(isAccepted || job.IsFinalAt(_time.Elapsed), "a job was said to have ended that goes on");
        return await _job.WaitAsync(Wait, _cancellation.Token).ConfigureAwait(false);
    }

    // A record that is cleaned up at once cannot be found, and nobody is asked to find it.
    private void Find(FmeSubmissionUnknownException unknown)
    {
        Task<Search> search = Search.RunAsync(_client.FindSubmissionAsync(unknown));
        while (!search.IsCompleted)
        {
            Require(_time.Step(), "the search hangs: it waits for nothing that could come");
        }

        SimulatedJob? job = _server.Jobs.SingleOrDefault();
        if (job?.Purged is null)
        {
            Search found = search.GetAwaiter().GetResult();
            Require(found.Job?.Id == job?.Id, $"job {job?.Id} was made, and the search says: {found}");
            Require(found.Outcome == SearchOutcome.Found || found.Outcome == SearchOutcome.Absent, $"no job was made, and the search says: {found}");
        }

        Outcome += $", {(job?.Purged is null ? search.GetAwaiter().GetResult().Outcome : "cleaned up")}";
    }

    private void CheckOutcome(Task<FmeJobResult> course)
    {
        Exception? failure = course.IsCanceled ? new OperationCanceledException() : course.Exception?.InnerException;
        SimulatedJob? job = _server.Jobs.SingleOrDefault();
        Outcome = failure?.GetType().Name ?? "success";
        switch (failure)
        {
            case null:
                Require(job?.SucceededAt(_time.Elapsed) == true, "success was told of a job that has none");
                break;
            case FmeJobFailedException failed:
                Require(job?.IsFinalAt(_time.Elapsed) == true && !job.SucceededAt(_time.Elapsed), "failure was told of a job that did not fail");
                Require(failed.JobId == job.Id, "another job was told of");
                break;
            case FmeSubmissionUnknownException:
                Require(_server.SubmissionsSeen == 1, "a submission that never went out was called unknown");
                break;
            case OperationCanceledException:
                Require(_cancellation.IsCancellationRequested, "nobody cancelled");
                break;
            case BrokenInvariantException:
                throw failure;
            case FmeJobPurgedException purged:
                Require(job?.IsPurgedAt(_time.Elapsed) == true && purged.JobId == job.Id, "a record was said to be gone that is there");
                break;
            case FmeWaitTimeoutException timeout:
                Require(timeout.JobId == job?.Id, "another job was told of");
                break;
            case FmeException { JobId: { } id }:
                Require(id == job?.Id, "another job was told of");
                break;
            case FmeException:
                Require(job is null, "a job was made, and it is neither known nor called unknown");
                break;
            default:
                throw new BrokenInvariantException($"an error of no type of ours: {failure}");
        }
    }

    private static void Require([System.Diagnostics.CodeAnalysis.DoesNotReturnIf(false)] bool condition, string otherwise)
    {
        if (!condition)
        {
            throw new BrokenInvariantException(otherwise);
        }
    }
}
