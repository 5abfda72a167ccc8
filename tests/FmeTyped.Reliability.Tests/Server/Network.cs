namespace FmeTyped.Reliability.Tests.Server;

/// <summary>What lies between a client and its server: it loses, delays and falsifies, and counts what passes.</summary>
internal sealed class Network(HttpMessageHandler server, SteppedTime time) : DelegatingHandler(server)
{
    private readonly OpenBodies _bodies = new();
    private int _requests;
    private int _pending;
    private int _submissions;
    private int _hits;

    /// <summary>What happens to requests; null for what should.</summary>
    public Fault? Fault { get; set; }

    /// <summary>Which requests it happens to.</summary>
    public Func<HttpRequestMessage, bool> Hits { get; set; } = static _ => true;

    /// <summary>Counts the jobs that were made, where jobs do not end; null where they do.</summary>
    public Func<int>? CountJobs { get; set; }

    /// <summary>The requests that came since <see cref="Reset"/>.</summary>
    public int Requests => Volatile.Read(ref _requests);

    /// <summary>The submissions of which the other side saw the body.</summary>
    public int Submissions => Volatile.Read(ref _submissions);

    /// <summary>The requests that <see cref="Fault"/> was meant for.</summary>
    public int Attempts => Volatile.Read(ref _hits);

    public int Pending => Volatile.Read(ref _pending);

    public int OpenAnswers => _bodies.Count;

    /// <summary>The most bytes that were read of one answer.</summary>
    public long MostRead => _bodies.MostRead;

    public SteppedTime Time => time;

    public static bool IsSubmission(HttpRequestMessage request) =>
        request.Method == HttpMethod.Post && request.RequestUri!.AbsolutePath is var path
        && (path.StartsWith("/fmerest/v3/transformations/", StringComparison.Ordinal)
            || path is "/fmeapiv4/jobs" or "/fmeapiv4/jobs/sync"
            || path.StartsWith("/fmedatadownload/", StringComparison.Ordinal)
            || path.StartsWith("/fmedatastreaming/", StringComparison.Ordinal));

    public static bool IsLongPoll(HttpRequestMessage request) => request.RequestUri!.Query == "?longPoll=true";

    private static bool IsWaitingCall(HttpRequestMessage request) =>
        IsSubmission(request) && request.RequestUri!.AbsolutePath is var path
        && (path.Contains("/transact", StringComparison.Ordinal) && !path.Contains("/submit/", StringComparison.Ordinal)
            || path == "/fmeapiv4/jobs/sync"
            || path.StartsWith("/fmedatastreaming/", StringComparison.Ordinal));

    public void Reset() => _requests = _submissions = _hits = 0;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested(); // As a socket does.
        Interlocked.Increment(ref _requests);
        Interlocked.Increment(ref _pending);
        try
        {
            int hit = Hits(request) ? Interlocked.Increment(ref _hits) : 0;
            var call = new Call(this, request, cancellationToken);
            HttpResponseMessage answer = Fault is { } fault && hit >= fault.First && hit <= fault.Last
                ? await fault.Answer(call).ConfigureAwait(false)
                : await call.PassAsync().ConfigureAwait(false);
            answer.RequestMessage = request;
            return answer;
        }
        finally
        {
            Interlocked.Decrement(ref _pending);
        }
    }

    /// <summary>One request, and what can happen to it.</summary>
    internal sealed class Call(Network network, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        public Uri Url => request.RequestUri!;

        public SteppedTime Time => network.Time;

        public CancellationToken Token => cancellationToken;

        public bool Submits => IsSubmission(request);

        /// <summary>Carries the request out and gives the answer as it should be.</summary>
        public async Task<HttpResponseMessage> PassAsync() => WithBody(await CarryOutAsync().ConfigureAwait(false), part: 1, atEnd: null, keepLength: true);

        /// <summary>Carries the request out and gives some of the answer.</summary>
        /// <param name="part">How much of the body.</param>
        /// <param name="atEnd">What happens then; null for the end of the body.</param>
        public async Task<HttpResponseMessage> PassAsync(double part, Func<CancellationToken, Task>? atEnd) =>
            WithBody(await CarryOutAsync().ConfigureAwait(false), part, atEnd, keepLength: atEnd is not null);

        /// <summary>Carries the request out and gives another answer.</summary>
        /// <param name="change">Makes it of the body that there was.</param>
        public async Task<HttpResponseMessage> PassAsync(Func<byte[], byte[]> change)
        {
            (HttpResponseMessage answer, byte[] body) = await CarryOutAsync().ConfigureAwait(false);
            return WithBody((answer, change(body)), part: 1, atEnd: null, keepLength: false);
        }

        /// <summary>Carries the request out and gives an answer that is made of the right one.</summary>
        /// <param name="change">Makes it. Its content is opened by the function that it gets.</param>
        public async Task<HttpResponseMessage> PassAsync(
            Func<HttpResponseMessage, byte[], Func<ReadOnlyMemory<byte>, Func<CancellationToken, Task>?, int, Stream>, HttpResponseMessage> change)
        {
            (HttpResponseMessage answer, byte[] body) = await CarryOutAsync().ConfigureAwait(false);
            using HttpResponseMessage right = answer;
            return change(right, body, network._bodies.Open);
        }

        /// <summary>Carries the request out, and loses the answer.</summary>
        public async Task LoseAsync() => (await CarryOutAsync().ConfigureAwait(false)).Answer.Dispose();

        /// <summary>Reads the request and answers in the server's place.</summary>
        public Task<HttpResponseMessage> AnswerAsync(int status, string mediaType, string body, TimeSpan? retryAfter = null) =>
            AnswerAsync(status, mediaType, System.Text.Encoding.UTF8.GetBytes(body), retryAfter);

        /// <inheritdoc cref="AnswerAsync(int, string, string, TimeSpan?)"/>
        public async Task<HttpResponseMessage> AnswerAsync(int status, string mediaType, byte[] body, TimeSpan? retryAfter = null)
        {
            if (request.Content is { } content)
            {
                await content.CopyToAsync(Stream.Null, cancellationToken).ConfigureAwait(false);
                NoteSubmission();
            }

            var answer = new HttpResponseMessage((System.Net.HttpStatusCode)status)
            {
                Content = new StreamContent(network._bodies.Open(body)),
            };
            answer.Content.Headers.ContentType = new(mediaType);
            answer.Headers.RetryAfter = retryAfter is { } pause ? new(pause) : null;
            return answer;
        }

        private async Task<(HttpResponseMessage Answer, byte[] Body)> CarryOutAsync()
        {
            HttpContent? content = request.Content;
            request.Content = content is null ? null : new ObservedContent(content, NoteSubmission);
            HttpResponseMessage answer;
            try
            {
                answer = await network.SendOnAsync(request, cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                request.Content = content;
            }

            try
            {
                return (answer, await answer.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false));
            }
            catch
            {
                answer.Dispose();
                throw;
            }
        }

        private void NoteSubmission()
        {
            if (IsSubmission(request))
            {
                Interlocked.Increment(ref network._submissions);
            }
        }

        private HttpResponseMessage WithBody(
            (HttpResponseMessage Answer, byte[] Body) carriedOut, double part, Func<CancellationToken, Task>? atEnd, bool keepLength)
        {
            (HttpResponseMessage answer, byte[] body) = carriedOut;
            HttpContent old = answer.Content;
            answer.Content = new StreamContent(network._bodies.Open(body.AsMemory(0, (int)(body.Length * part)), atEnd));
            foreach ((string name, IEnumerable<string> values) in old.Headers)
            {
                if (keepLength || !name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase))
                {
                    answer.Content.Headers.TryAddWithoutValidation(name, values);
                }
            }

            old.Dispose();
            return answer;
        }
    }

    // A synchronous call of a job that does not end is not answered: once the job is there, only the clock can end it.
    private async Task<HttpResponseMessage> SendOnAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        int before = CountJobs?.Invoke() ?? 0;
        Task<HttpResponseMessage> answer = base.SendAsync(request, cancellationToken);
        if (CountJobs is not null && IsLongPoll(request))
        {
            return await time.WaitForAsync(answer, cancellationToken).ConfigureAwait(false);
        }

        if (CountJobs is null || !IsWaitingCall(request))
        {
            return await answer.ConfigureAwait(false);
        }

        while (!answer.IsCompleted && CountJobs() == before)
        {
            await Task.Yield();
        }

        return await time.WaitForAsync(answer, cancellationToken).ConfigureAwait(false);
    }
}
