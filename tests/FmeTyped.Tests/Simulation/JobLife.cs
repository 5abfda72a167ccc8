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
        double[] troubles = [0, 0.05, 0.3, 0.8];
        _server = new SimulatedServer(_random, _time, version, troubles[_random.Next(troubles.Length)]);
        _waitTimeout = TimeSpan.FromSeconds(_random.Next(1, 1200));
        _cancelsJob = _random.Next(2) == 0;
        if (_random.Next(4) == 0)
        {
            _server.OnRequest(_random.Next(1, 6), _cancellation.Cancel);
        }

        _client = new FmeFlowClient(new HttpClient(_server) { Timeout = Timeout.InfiniteTimeSpan }, new FmeFlowOptions
        {
            ServerUrl = new Uri("https://fme.example.com"),
            Token = Tokens.Marker,
            ApiVersion = version,
            RequestTimeout = RequestTimeout,
            WaitTimeout = _waitTimeout,
            TimeProvider = _time,
        });
        Func<Task<FmeJobResult>>[] courses = [RunAsync, RunAsync, SubmitAndWaitAsync, TransactAsync];
        _course = courses[_random.Next(courses.Length)];
        if (version == FmeApiVersion.V4 && _course == TransactAsync)
        {
            AskForBuild();
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

        CheckOutcome(course);
        Require(_server.SubmissionsSeen <= 1, $"the server saw {_server.SubmissionsSeen} submissions");
        Require(_server.Jobs.Count <= 1, $"there are {_server.Jobs.Count} jobs");

        // A submission, its waiting, and a cancellation at the end, each within its own limit.
        Require(_time.Elapsed <= _waitTimeout + (4 * RequestTimeout), $"it took {_time.Elapsed} with a wait of at most {_waitTimeout}");
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

    // The build is asked for on a thread of its own, once, before the first waiting call. That has to be over before the life begins.
    private void AskForBuild()
    {
        _server.IsCalm = true;
        _client.TransactAsync(new AustinDownload(), new FmeWaitOptions { ThrowOnFailure = false }).GetAwaiter().GetResult();
        Require(SpinWait.SpinUntil(() => _time.SetTimers == 0, TimeSpan.FromSeconds(30)), "the question for the build left a timer set");
        _server.IsCalm = false;
        _server.Reset();
    }

    private FmeWaitOptions Wait => new() { CancelJobOnCancellation = _cancelsJob };

    private Task<FmeJobResult> RunAsync() => _client.RunAsync(new AustinDownload(), Wait, _cancellation.Token);

    private Task<FmeJobResult> TransactAsync() => _client.TransactAsync(new AustinDownload(), cancellationToken: _cancellation.Token);

    private async Task<FmeJobResult> SubmitAndWaitAsync()
    {
        _job = await _client.SubmitAsync(new AustinDownload(), _cancellation.Token).ConfigureAwait(false);
        return await _client.GetJob(_job.Id).WaitAsync(Wait, _cancellation.Token).ConfigureAwait(false);
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
