using System.Net;
using System.Text;
using FmeTyped.Reliability.Tests.Operations;
using FmeTyped.Reliability.Tests.Server;

namespace FmeTyped.Reliability.Tests.Fuzz;

/// <summary>
/// One operation on a server of one version, which is carried out again and again while some of the answers are not as they should be. The right answers
/// are taken down once; a batch, which looks for its jobs, speaks with the server itself.
/// </summary>
internal sealed class FuzzedOperation : IAsyncDisposable
{
    // An answer that has to be held as a whole is read up to 16 MiB, and a buffer may be filled beyond that.
    private const long MostHeld = (16 * 1024 * 1024) + (64 * 1024);

    // The longest list that is read to its end has a million jobs; but each of its pages here is the same.
    private const int MostRequests = 3_100;

    private static readonly TimeSpan MostTime = TimeSpan.FromHours(2);

    // What reads on as long as its caller does.
    private static readonly string[] Streaming = ["Log", "Explain", "FeatureCounts", "Open", "SaveAsync", "Extract", "StreamAsync", "DownloadAsync"];

    private readonly Scene _scene;
    private readonly Operation _operation;
    private readonly Recording _recording;
    private readonly Evidence _evidence = new();

    private FuzzedOperation(string name, Scene scene, Operation operation, Recording recording)
    {
        Name = name;
        _scene = scene;
        _operation = operation;
        _recording = recording;
    }

    public string Name { get; }

    /// <summary>How often what came of it.</summary>
    public SortedDictionary<string, int> Outcomes { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether it is a batch, which recovers from nearly everything, and speaks with the server itself.</summary>
    public bool IsLive => _operation.MostSubmissions > 1;

    // What this client has sent by now, and a server can repeat.
    private string[] Secrets =>
    [
        _scene.Flow.Token,
        .. _scene.Network.Submissions > 0 ? [Scene.Secret] : Array.Empty<string>(),
        .. Name.Contains("CreateToken", StringComparison.Ordinal) ? [Scene.Password] : Array.Empty<string>(),
    ];

    /// <summary>The operation with the answers that it should get; null where the server has no such operation.</summary>
    public static async Task<FuzzedOperation?> CreateAsync(string name, Operation operation, int build)
    {
        Scene scene = await Scene.StartAsync(build);
        var recording = new Recording(scene.Flow.CreateHandler());
        var fuzzed = new FuzzedOperation(name, scene, operation, recording);
        await fuzzed.RenewAsync(isFirst: false);
        await operation.SetUp(scene);
        Task<object?> call = operation.Run(scene, CancellationToken.None);
        scene.Time.Drive(call, name);
        switch (await Record.ExceptionAsync(() => call))
        {
            case null:
                recording.IsComplete = true;
                return fuzzed;
            case FmeNotSupportedException:
                await fuzzed.DisposeAsync();
                return null;
            case { } failure:
                throw new InvalidOperationException($"{name} fails where nothing is wrong.", failure);
        }
    }

    /// <summary>Carries it out once, with answers that the seed makes.</summary>
    /// <returns>What is wrong; null where nothing is.</returns>
    public async Task<string?> TryAsync(long seed)
    {
        // Seeds of one operation are the same distance apart, and would give numbers that are alike.
        var random = new Random(unchecked((int)(((ulong)seed * 0x9E37_79B9_7F4A_7C15) >> 32)));
        bool isFirst = _operation.IsFirst || random.Next(16) == 0;
        await RenewAsync(isFirst);
        _recording.IsComplete = !IsLive;
        _recording.Rewind();
        _evidence.Begin();
        var given = new List<(bool Submits, MutatedAnswer Answer)>();
        Network network = _scene.Network;
        network.Reset();

        // Of a batch either the submissions are answered wrongly or the questions for them: with both, a list that is not true could hide a job.
        bool hitsSubmissions = random.Next(2) == 0;
        network.Hits = IsLive ? request => Network.IsSubmission(request) == hitsSubmissions : static _ => true;
        int first = random.Next(3) == 0 ? random.Next(1, 4) : 1;
        network.Fault = new Fault($"seed {seed}", call => AnswerAsync(call, random, given))
        {
            First = first,
            Last = random.Next(3) == 0 ? int.MaxValue : first,
        };
        TimeSpan start = _scene.Time.Elapsed;
        int jobsBefore = _scene.Flow.Submissions.Count;
        Task<object?> call = _operation.Run(_scene, CancellationToken.None);
        try
        {
            _scene.Time.Drive(call, $"{Name} with {network.Fault.Name}");
        }
        catch (TimeoutException hang)
        {
            return $"{hang.Message}\n  answers: {ListOf(given)}\n";
        }

        Exception? failure = null;
        object? result = null;
        try
        {
            result = await call;
        }
        catch (Exception exception)
        {
            failure = exception;
        }

        failure ??= (result as FmeBatchItem<Fme.Proofs.Reproject>)?.Error;
        if (failure is not null)
        {
            _evidence.Add(failure);
        }

        Count(failure is null ? "success" : failure.GetType().Name);
        TimeSpan time = _scene.Time.Elapsed - start;
        _scene.Time.RunOut();
        string? wrong = FindWrong(failure, result, given, time, _scene.Flow.Submissions.Count - jobsBefore);
        return wrong is null
            ? null
            : $"{Name}, seed {seed}: {wrong}\n  answers: {ListOf(given)}\n  {failure}\n";
    }

    public ValueTask DisposeAsync() => _scene.DisposeAsync();

    private static string ListOf(IEnumerable<(bool Submits, MutatedAnswer Answer)> given) =>
        string.Join("\n           ", given.Select(entry => entry.Answer));

    private async Task<HttpResponseMessage> AnswerAsync(Network.Call call, Random random, List<(bool Submits, MutatedAnswer Answer)> given)
    {
        MutatedAnswer? answer = null;
        return await call.PassAsync((right, body, open) =>
        {
            (string, string)[] headers =
                [.. right.Headers.Concat(right.Content.Headers).SelectMany(header => header.Value.Select(value => (header.Key, value)))];
            lock (given)
            {
                answer = new AnswerMutator(random, Secrets).Mutate(right.StatusCode, headers, body);
                given.Add((call.Submits, answer));
            }

            Func<CancellationToken, Task>? atEnd = answer.End switch
            {
                AnswerEnd.Reset => static _ => throw new IOException("The response ended prematurely."),
                AnswerEnd.Stall => call.Time.StallAsync,
                AnswerEnd.Slow => token => Task.Delay(TimeSpan.FromMinutes(1), call.Time, token),
                _ => null,
            };
            var wrong = new HttpResponseMessage(answer.Status) { Content = new StreamContent(open(answer.Body, atEnd, answer.Times)) };
            foreach ((string name, string value) in answer.Headers)
            {
                if (!wrong.Headers.TryAddWithoutValidation(name, value))
                {
                    wrong.Content.Headers.TryAddWithoutValidation(name, value);
                }
            }

            return wrong;
        }).ConfigureAwait(false);
    }

    // What the client has learned goes with it, but for the job, which is known from elsewhere.
    private async Task RenewAsync(bool isFirst)
    {
        var network = new Network(_recording, _scene.Time);
        _scene.Use(network, new HttpClient(network) { Timeout = Timeout.InfiniteTimeSpan }, _evidence);
        if (!isFirst)
        {
            await new FmeFlowAdministration(_scene.Client).GetBuildAsync();
        }

        if (_scene.Job is { } job)
        {
            _scene.Job = _scene.Client.Resume(job.ToHandle());
        }
    }

    private void Count(string outcome) => Outcomes[outcome] = Outcomes.GetValueOrDefault(outcome) + 1;

    private string? FindWrong(Exception? failure, object? result, List<(bool Submits, MutatedAnswer Answer)> given, TimeSpan time, int jobs)
    {
        Network network = _scene.Network;
        if (failure is not (null or FmeException) && !(failure is IOException && Name.Contains("Extract", StringComparison.Ordinal)))
        {
            return $"an exception that no page names: {failure.GetType()}";
        }

        // A server that says that it makes no job, and makes it, is given another submission.
        if (network.Submissions > _operation.MostSubmissions || (jobs > 1 && !given.Exists(entry => entry.Submits && IsRefusal(entry.Answer))))
        {
            return $"{network.Submissions} submissions, {jobs} jobs";
        }

        if (network.Requests > MostRequests || time > MostTime)
        {
            return $"{network.Requests} requests, {time}";
        }

        if (network.MostRead > MostHeld && !Streaming.Any(word => Name.Contains(word, StringComparison.Ordinal)))
        {
            return $"{network.MostRead} bytes of an answer were read";
        }

        if (!SpinWait.SpinUntil(() => network is { Pending: 0, OpenAnswers: 0 } && _scene.Time.SetTimers == 0, TimeSpan.FromSeconds(10)))
        {
            return $"left {network.Pending} requests, {network.OpenAnswers} answers, {_scene.Time.SetTimers} timers";
        }

        if (_evidence.FindLeak(Secrets) is { } leak)
        {
            return leak;
        }

        // Only a batch speaks with a server that can tell that it made none.
        if (_operation.Submits && network.Submissions > 0 && !(IsLive && jobs == 0) && !IsKnown(failure, result, given))
        {
            return "the server may have made a job, and the client does not say so";
        }

        return result is FmeJobResult { Id: var id } && !_operation.Submits && id != _scene.Job.Id ? $"the end of job {id} for that of {_scene.Job.Id}" : null;
    }

    private static bool IsKnown(Exception? failure, object? result, List<(bool Submits, MutatedAnswer Answer)> given)
    {
        if (failure is null or FmeSubmissionUnknownException or FmeException { JobId: not null })
        {
            return true;
        }

        MutatedAnswer? said = given.LastOrDefault(entry => entry.Submits).Answer;
        return (said is not null && (IsRefusal(said) || SaysThatItFailed(said)))
            || (failure is FmeUnauthorizedException && said is not null && AsksForLogin(said))
            || (result is FmeBatchItem<Fme.Proofs.Reproject> { Outcome: FmeBatchOutcome.Unknown or FmeBatchOutcome.Unfinished or FmeBatchOutcome.Purged });
    }

    // A page that asks for a login is no server's. Its title is left where its field was cut off.
    private static bool AsksForLogin(MutatedAnswer answer) => Encoding.UTF8.GetString(answer.Body) is var text
        && (text.Contains("password", StringComparison.Ordinal) || text.Contains("<title>Sign in", StringComparison.Ordinal));

    // The services say so under a good status: A080.
    private static bool SaysThatItFailed(MutatedAnswer answer) => Encoding.UTF8.GetString(answer.Body) is var text
        && text.Contains("serviceResponse", StringComparison.Ordinal) && text.Contains("\"status\":\"failure\"", StringComparison.Ordinal);

    // Only these say that there is no job: A017.
    private static bool IsRefusal(MutatedAnswer answer) =>
        answer is { Status: HttpStatusCode.ServiceUnavailable or >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError }
            or { Status: HttpStatusCode.Moved or HttpStatusCode.Redirect or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect };
}
