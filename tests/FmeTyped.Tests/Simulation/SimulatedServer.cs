using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace FmeTyped.Tests.Simulation;

/// <summary>
/// A server whose every answer is drawn by lot: late, broken, stalled, refused, or right. What it did is known afterwards, and can be
/// held against what the client says.
/// </summary>
internal sealed class SimulatedServer(Random random, SimulatedTime time, FmeApiVersion version, double trouble) : HttpMessageHandler
{
    private readonly Dictionary<long, SimulatedJob> _jobs = [];
    private readonly OpenAnswers _open = new();
    private int _eventAt;
    private Action _event = () => { };
    private CancellationTokenSource _run = new();
    private ITimer? _restart;
    private TimeSpan _upAgain;
    private readonly bool _isV4 = version == FmeApiVersion.V4;

    /// <summary>How often the body of a submission was asked for.</summary>
    public int SubmissionsSeen { get; private set; }

    public IReadOnlyCollection<SimulatedJob> Jobs => _jobs.Values;

    public int Requests { get; private set; }

    public int OpenAnswers => _open.Count;

    public int PendingRequests { get; private set; }

    /// <summary>Whether the server answers at once, and rightly.</summary>
    public bool IsCalm { get; set; }

    /// <summary>Whether records of jobs are cleaned up soon.</summary>
    public bool Purges { get; set; }

    /// <summary>Has the server go down once, which drops all connections, and come up again later. Its jobs live on.</summary>
    public void RestartIn(TimeSpan delay, TimeSpan downtime) => _restart = time.CreateTimer(
        _ =>
        {
            _upAgain = time.Elapsed + downtime;
            CancellationTokenSource stopped = _run;
            _run = new CancellationTokenSource();
            stopped.Cancel();
            stopped.Dispose();
        },
        state: null,
        delay,
        Timeout.InfiniteTimeSpan);

    /// <summary>From now on the server answers at once, and rightly.</summary>
    public void CalmDown()
    {
        IsCalm = true;
        _restart?.Dispose();
        _upAgain = TimeSpan.Zero;
    }

    /// <summary>Forgets what was.</summary>
    public void Reset()
    {
        _jobs.Clear();
        SubmissionsSeen = Requests = 0;
    }

    /// <summary>
    /// Has something happen while a request is under way. A client that pauses would notice on another thread, and the life would not be the
    /// same again.
    /// </summary>
    public void OnRequest(int number, Action action) => (_eventAt, _event) = (number, action);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        PendingRequests++;
        Requests++;
        try
        {
            using var connection = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _run.Token);
            return await AnswerAsync(request, connection.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw Broken();
        }
        finally
        {
            PendingRequests--;
        }
    }

    private async Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri!.AbsolutePath == "/fmeinfo/version")
        {
            return Json(HttpStatusCode.OK, _isV4 ? """{"buildNumber":26018}""" : """{"buildNumber":23166}""");
        }

        bool isEarly = random.Next(2) == 0;
        Happen(isEarly);
        await PauseAsync(0.2, cancellationToken).ConfigureAwait(false);
        bool isInTrouble = !IsCalm && random.NextDouble() < trouble;
        if (time.Elapsed < _upAgain || (isInTrouble && random.Next(4) == 0))
        {
            throw new HttpRequestException(HttpRequestError.ConnectionError, "Connection refused", new SocketException((int)SocketError.ConnectionRefused));
        }

        string path = request.RequestUri.AbsolutePath;
        bool isSubmission = request.Content is not null;
        string key = "";
        if (isSubmission)
        {
            SubmissionsSeen++;
            key = KeyIn(JsonNode.Parse(await request.Content!.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false))!);
        }

        if (isInTrouble && random.Next(3) == 0)
        {
            return Refuse();
        }

        if (isInTrouble && random.Next(3) == 0)
        {
            // A login page stands in front of the server, so nothing gets past it.
            return random.Next(2) == 0
                ? With(HttpStatusCode.OK, new MemoryStream("<html><title>Please log in</title></html>"u8.ToArray()), "text/html")
                : throw Broken();
        }

        HttpResponseMessage answer = await CarryOutAsync(request.RequestUri, request.Method, key, cancellationToken).ConfigureAwait(false);
        try
        {
            Happen(!isEarly);
            await PauseAsync(2, cancellationToken).ConfigureAwait(false);
            return isInTrouble ? await SpoilAsync(answer, cancellationToken).ConfigureAwait(false) : answer;
        }
        catch
        {
            answer.Dispose(); // The client never gets to see it.
            throw;
        }
    }

    private async Task<HttpResponseMessage> CarryOutAsync(Uri url, HttpMethod method, string key, CancellationToken cancellationToken)
    {
        string path = url.AbsolutePath;
        if (method == HttpMethod.Get && ListedIn(url) is { } listed)
        {
            IEnumerable<SimulatedJob> jobs =
                url.Query.Contains("offset=0", StringComparison.Ordinal) ? _jobs.Values.Where(job => !job.IsPurgedAt(time.Elapsed) && listed(job)) : [];
            return Json(
                HttpStatusCode.OK,
                $$"""{"items":[{{string.Join(',', jobs.Select(job => Record(job, inner: true, isListed: true)))}}],"offset":0,"limit":200}""");
        }

        if (path.EndsWith("/jobs", StringComparison.Ordinal) || path.Contains("/submit/", StringComparison.Ordinal))
        {
            return Json(HttpStatusCode.Accepted, $$"""{"id":{{NewJob(key).Id}}}""");
        }

        if (path.EndsWith("/jobs/sync", StringComparison.Ordinal) || path.Contains("/transact/", StringComparison.Ordinal))
        {
            SimulatedJob started = NewJob(key);
            if (IsCalm)
            {
                started.Cancel(time.Elapsed);
            }

            TimeSpan wait = started.IsFinalAt(time.Elapsed) ? TimeSpan.Zero : started.End is { } end ? end - time.Elapsed : Timeout.InfiniteTimeSpan;
            if (wait != TimeSpan.Zero)
            {
                await time.PauseAsync(wait, cancellationToken).ConfigureAwait(false);
            }

            return Json(HttpStatusCode.OK, Record(started, inner: false));
        }

        long id = long.Parse(path.Split('/').Last(part => long.TryParse(part, out _)), System.Globalization.CultureInfo.InvariantCulture);
        SimulatedJob? job = _jobs.GetValueOrDefault(id);
        if (path.EndsWith("/result", StringComparison.Ordinal) && job is { IsCancelled: false } && !IsCalm)
        {
            await HoldAsync(job, cancellationToken).ConfigureAwait(false);
        }

        if (method == HttpMethod.Get)
        {
            return job is null || job.IsPurgedAt(time.Elapsed)
                ? Json(HttpStatusCode.NotFound, """{"message":"no such job"}""")
                : Json(HttpStatusCode.OK, Record(job, inner: true));
        }

        return job?.IsPurgedAt(time.Elapsed) == false && job.Cancel(time.Elapsed)
            ? new HttpResponseMessage(HttpStatusCode.NoContent)
            : Json(_isV4 ? HttpStatusCode.UnprocessableEntity : HttpStatusCode.NotFound, """{"message":"nothing to cancel"}""");
    }

    // Now and then it forgets to answer.
    private async Task HoldAsync(SimulatedJob job, CancellationToken cancellationToken)
    {
        TimeSpan wait = random.Next(8) == 0 ? Timeout.InfiniteTimeSpan
            : job.IsFinalAt(time.Elapsed) ? TimeSpan.Zero
            : job.End is { } end ? end - time.Elapsed
            : Timeout.InfiniteTimeSpan;
        if (wait != TimeSpan.Zero)
        {
            await time.PauseAsync(wait, cancellationToken).ConfigureAwait(false);
        }
    }

    // A transact's result has the inner status only; a record has both.
    private string Record(SimulatedJob job, bool inner, bool isListed = false)
    {
        string status = job.StatusAt(time.Elapsed);
        string resultStatus = job.HasInnerFailure && new FmeJobStatus(status).IsSuccess ? "FME_FAILURE" : status;

        // Lists of version 4 leave the directives out.
        string directives = _isV4
            ? isListed ? "" : $$""","directives":{"fmetypedCorrelationKey":"{{job.Key}}"}"""
            : $$""","request":{"NMDirectives":{"directives":[{"name":"fmetypedCorrelationKey","value":"{{job.Key}}"}]} }""";
        string about =
            $$""","repository":"Samples","workspace":"austinDownload."""
                + $$"""fmw","timeQueued":"{{time.GetUtcNow() - time.Elapsed + job.Made:yyyy-MM-ddTHH:mm:ssZ}}"{{directives}}""";
        return inner && !_isV4 && new FmeJobStatus(status).IsFinal
            ? $$"""{"id":{{job.Id}},"status":"{{status}}"{{about}},"result":{"id":{{job.Id}},"status":"{{resultStatus}}","statusMessage":"the """
                + $$"""end","numFeaturesOutput":3} }"""
            : $$"""{"id":{{job.Id}},"status":"{{(inner ? status : resultStatus)}}"{{about}},"statusMessage":"words"}""";
    }

    // Which jobs a list holds; null where the address is none of a list.
    private Func<SimulatedJob, bool>? ListedIn(Uri url)
    {
        string list = _isV4
            ? !url.AbsolutePath.EndsWith("/jobs", StringComparison.Ordinal) ? ""
                : url.Query.Contains("status=queued", StringComparison.Ordinal) ? "queued"
                : url.Query.Contains("status=running", StringComparison.Ordinal) ? "running"
                : "completed"
            : url.AbsolutePath.Split('/')[^1];
        return list switch
        {
            "queued" => job => !job.IsFinalAt(time.Elapsed) && !job.IsRunningAt(time.Elapsed),
            "running" => job => job.IsRunningAt(time.Elapsed),
            "completed" => job => job.IsFinalAt(time.Elapsed),
            _ => null,
        };
    }

    private string KeyIn(JsonNode body) => (_isV4
        ? (string?)body["directives"]?["fmetypedCorrelationKey"]
        : (string?)body["NMDirectives"]?["directives"]?.AsArray().Single(directive => (string?)directive!["name"] == "fmetypedCorrelationKey")!["value"]) ?? "";

    private SimulatedJob NewJob(string key)
    {
        var job = new SimulatedJob(_jobs.Count + 1, key, random, time.Elapsed, _isV4)
        {
            Purged = Purges && !IsCalm ? time.Elapsed + TimeSpan.FromSeconds(random.Next(1, 300)) : null,
        };
        _jobs.Add(job.Id, job);
        return job;
    }

    private void Happen(bool isNow)
    {
        if (isNow && Requests == _eventAt)
        {
            _event();
        }
    }

    private HttpResponseMessage Refuse()
    {
        HttpStatusCode[] refusals =
        [
            HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden, HttpStatusCode.NotFound, HttpStatusCode.Conflict, HttpStatusCode.UnprocessableEntity,
            HttpStatusCode.TooManyRequests,
            HttpStatusCode.Found,
            HttpStatusCode.InternalServerError,
            HttpStatusCode.BadGateway,
            HttpStatusCode.ServiceUnavailable,
            HttpStatusCode.GatewayTimeout,
        ];

        // A 404 to what is there is a proxy's, which does not speak JSON.
        HttpStatusCode status = refusals[random.Next(refusals.Length)];
        HttpResponseMessage refusal = status == HttpStatusCode.NotFound
            ? With(status, new MemoryStream("<html><title>Nothing here</title></html>"u8.ToArray()), "text/html")
            : Json(status, """{"message":"no"}""");
        if (random.Next(2) == 0)
        {
            refusal.Headers.RetryAfter = new(TimeSpan.FromSeconds(random.Next(1, 600)));
        }

        return refusal;
    }

    private async Task<HttpResponseMessage> SpoilAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        byte[] body = await answer.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        HttpStatusCode status = answer.StatusCode;
        answer.Dispose();
        switch (random.Next(5))
        {
            case 0:
                throw Broken();
            case 1:
                await time.PauseAsync(Timeout.InfiniteTimeSpan, cancellationToken).ConfigureAwait(false);
                throw Broken();
            case 2:
                return With(status, new StallingStream(body[..(body.Length / 2)], time, _run.Token), "application/json");
            case 3:
                return With(status, new MemoryStream(body[..(body.Length / 2)]), "application/json");
            default:
                return With(HttpStatusCode.OK, new MemoryStream("<html><title>Something is wrong here</title></html>"u8.ToArray()), "text/html");
        }
    }

    private HttpResponseMessage Json(HttpStatusCode status, string body) => With(status, new MemoryStream(Encoding.UTF8.GetBytes(body)), "application/json");

    private HttpResponseMessage With(HttpStatusCode status, Stream body, string mediaType)
    {
        var answer = new HttpResponseMessage(status) { Content = _open.Body(body) };
        answer.Content.Headers.ContentType = new(mediaType);
        return answer;
    }

    private async Task PauseAsync(double longest, CancellationToken cancellationToken)
    {
        if (IsCalm)
        {
            return;
        }

        double seconds = random.Next(20) == 0 ? random.NextDouble() * 150 : random.NextDouble() * longest;
        await time.PauseAsync(TimeSpan.FromSeconds(seconds), cancellationToken).ConfigureAwait(false);
    }

    private static HttpRequestException Broken() =>
        new(HttpRequestError.ResponseEnded, "The response ended prematurely.", new IOException("reset", new SocketException((int)SocketError.ConnectionReset)));
}
