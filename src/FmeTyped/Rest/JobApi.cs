using System.Net;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace FmeTyped;

/// <summary>What both versions of the REST API share: the flow of each call. Each version has its own paths, bodies and records.</summary>
internal abstract class JobApi(ServerConnection connection) : IJobApi
{
    private const string Json = "application/json";

    // Errors are JSON even when the request asks for text.
    private const string TextOrErrors = "text/plain, application/json;q=0.5";

    // A job can move from the queue to an engine while it is being cancelled, but only once.
    private const int MostCancelRounds = 3;

    private Func<HttpCall, ServerResponse, IJobPoll>? _readPoll;
    private Func<HttpCall, ServerResponse, IJobPoll>? _readEnd;

    public Task<long> SubmitAsync(Submission submission, CancellationToken cancellationToken)
    {
        ErrorContext context = ErrorContext.Submitting(submission);
        CheckForRest(submission.Options, context);
        Check(submission, context, isWaiting: false);
        return Post(SubmitUrl(submission), context, submission, connection.RequestTimeout, cancellationToken).ReadAsync(ReadId);
    }

    public virtual async Task<FmeJobResult> TransactAsync(Submission submission, TimeSpan timeout, CancellationToken cancellationToken)
    {
        ErrorContext context = ErrorContext.Transacting(submission);
        CheckForRest(submission.Options, context);
        Check(submission, context, isWaiting: true);
        return await Post(TransactUrl(submission), context, submission, timeout, cancellationToken)
            .ReadAsync((call, response) => TransactResponse.Read(response, call.Errors, ReadTransactResult)).ConfigureAwait(false);
    }

    public Task<IJobPoll> PollAsync(long id, bool readsRecord, TimeSpan atMost, CancellationToken cancellationToken) =>
        Get(id, atMost, cancellationToken).ReadAsync<IJobPoll>(readsRecord ? ReadRecord : _readPoll ??= ReadPoll);

    public bool HasLongPoll => LongPoll is not null;

    public Task<IJobPoll> LongPollAsync(long id, TimeSpan atMost, CancellationToken cancellationToken) =>
        Get(id, LongPoll!, atMost, cancellationToken).ReadAsync(_readEnd ??= ReadEnd);

    public Task<FmeJobRecord> GetRecordAsync(long id, TimeSpan atMost, CancellationToken cancellationToken) =>
        Get(id, atMost, cancellationToken).ReadAsync(ReadRecord);

    /// <summary>Cancels a job. If the server finds nothing to cancel, the job's record decides what that means.</summary>
    public async Task<CancelOutcome> CancelAsync(long id, CancellationToken cancellationToken)
    {
        FmeJobRecord record;
        int round = 0;
        do
        {
            if (await TryCancelAsync(id, cancellationToken).ConfigureAwait(false))
            {
                return CancelOutcome.Requested;
            }

            record = await GetRecordAsync(id, Timeout.InfiniteTimeSpan, cancellationToken).ConfigureAwait(false);
            if (record.Status.IsFinal)
            {
                return CancelOutcome.AlreadyFinished;
            }
        }
        while (++round < MostCancelRounds);

        throw new FmeProtocolException(
            $"Could not cancel job {id}: the server says that it is {record.Status}, and yet that there is nothing to cancel.",
            ErrorContext.CancellingJob(id));
    }

    public virtual async Task<IReadOnlyDictionary<string, FmeParameterValue>?> GetParametersAsync(long id, CancellationToken cancellationToken) =>
        (await GetRecordAsync(id, Timeout.InfiniteTimeSpan, cancellationToken).ConfigureAwait(false)).PublishedParameters;

    public abstract Task DeleteAsync(long id, CancellationToken cancellationToken);

    public abstract IAsyncEnumerable<FmeLogEntry> ReadLogEntriesAsync(long id, CancellationToken cancellationToken);

    public async IAsyncEnumerable<string> ReadLogLinesAsync(long id, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ErrorContext context = ErrorContext.ReadingLog(id);
        HttpCall call = connection.Prepare(
            context, HttpMethod.Get, $"{JobPath(id)}/log", TextOrErrors, connection.RequestTimeout, content: null, cancellationToken);

        // The stream already stops with the caller's token, and throws then.
        using var text = new LineLimit(await call.OpenStreamAsync().ConfigureAwait(false), context);
        using var log = new StreamReader(text, Encoding.UTF8);
        while (await log.ReadLineAsync(CancellationToken.None).ConfigureAwait(false) is { } line)
        {
            yield return line;
            text.Restart();
        }
    }

    /// <summary>Refuses options that this version lacks.</summary>
    protected abstract void Check(Submission submission, ErrorContext context, bool isWaiting);

    protected abstract OwnUrl SubmitUrl(Submission submission);

    protected abstract OwnUrl TransactUrl(Submission submission);

    /// <summary>The path of all jobs.</summary>
    protected abstract string JobsPath { get; }

    /// <summary>Where below a job the server holds its answer until the job has ended; null where it does not.</summary>
    protected virtual string? LongPoll => null;

    protected string JobPath(long id) => $"{JobsPath}/{id}";

    protected abstract void WriteBody(Utf8JsonWriter json, Submission submission);

    /// <summary>How the job of a record ended, with the status as it was read; null if the JSON is not a record.</summary>
    protected abstract FmeJobResult? ReadResult(JsonElement record, FmeJobStatus status);

    /// <summary>The record of a job; null if the JSON is not one.</summary>
    protected abstract FmeJobRecord? ReadRecord(JsonElement record);

    /// <summary>The result in the response to a transact call; null if the JSON is not one.</summary>
    protected abstract FmeJobResult? ReadTransactResult(JsonElement json);

    /// <summary>Requests a job's cancellation; false if the server finds nothing to cancel.</summary>
    protected abstract Task<bool> TryCancelAsync(long id, CancellationToken cancellationToken);

    /// <summary>Sends one request that cancels a job.</summary>
    /// <param name="id">The job.</param>
    /// <param name="method">The method.</param>
    /// <param name="path">The path.</param>
    /// <param name="nothingToCancel">Whether a status means that there is nothing to cancel.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    protected async Task<bool> TryCancelAsync(
        long id, HttpMethod method, string path, Func<HttpStatusCode, bool> nothingToCancel, CancellationToken cancellationToken)
    {
        HttpCall call = connection.Prepare(ErrorContext.CancellingJob(id), method, path, Json, connection.RequestTimeout, content: null, cancellationToken);
        return await call.ReadAsync((call, response) => response switch
        {
            { IsSuccess: true, IsHtml: false } => true,
            { IsSuccess: true } => throw call.Errors.NotUnderstood(response),
            _ when nothingToCancel(response.StatusCode) => false,
            _ => throw call.Errors.Refused(response),
        }).ConfigureAwait(false);
    }

    private static void CheckForRest(FmeRunOptions options, ErrorContext context)
    {
        if (options.RequesterEmail is not null)
        {
            throw new FmeNotSupportedException(
                $"Could not {context.Operation}: the REST API has no {nameof(options.RequesterEmail)}. Nothing was submitted. "
                    + "Use DownloadAsync, or leave it out.",
                context);
        }
    }

    private static long ReadId(HttpCall call, ServerResponse response)
    {
        using JsonDocument document = call.ParseObject(response);
        long id = document.RootElement.GetInteger("id"u8) is > 0 and { } made ? made : throw call.Errors.NotUnderstood(response, "a job id");
        call.Errors.JobCreated(id);
        return id;
    }

    // The whole record of an active job is read, because the caller gets the last one if the time runs out.
    private IJobPoll ReadPoll(HttpCall call, ServerResponse response)
    {
        using JsonDocument document = call.ParseObject(response);
        JsonElement json = document.RootElement;
        return json.GetStatus() is { IsFinal: true } status
            ? ReadEnd(json, status, call, response) ?? throw NoRecord(call, response)
            : ReadRecord(json, call, response);
    }

    // Anything but an end is no answer here: the record tells where the job stands.
    private FmeJobResult ReadEnd(HttpCall call, ServerResponse response)
    {
        using JsonDocument document = call.ParseObject(response);
        JsonElement json = document.RootElement;
        return json.GetStatus() is { IsFinal: true } status && ReadEnd(json, status, call, response) is { } end
            ? end
            : throw call.Errors.NotUnderstood(response, "the end of the job");
    }

    private FmeJobResult? ReadEnd(JsonElement json, FmeJobStatus status, HttpCall call, ServerResponse response)
    {
        if (ReadResult(json, status) is not { } end)
        {
            return null;
        }

        CheckIsOwn(end.Id, call, response);
        return call.Errors.Redact(end);
    }

    private FmeJobRecord ReadRecord(HttpCall call, ServerResponse response)
    {
        using JsonDocument document = call.ParseObject(response);
        return ReadRecord(document.RootElement, call, response);
    }

    private FmeJobRecord ReadRecord(JsonElement json, HttpCall call, ServerResponse response)
    {
        FmeJobRecord record = ReadRecord(json) ?? throw NoRecord(call, response);
        CheckIsOwn(record.Id, call, response);
        return call.Errors.Redact(record);
    }

    // A cache or a proxy may return the record of another job.
    private static void CheckIsOwn(long id, HttpCall call, ServerResponse response)
    {
        if (id != call.JobId)
        {
            throw call.Errors.OfAnotherJob(response, id);
        }
    }

    private static FmeException NoRecord(HttpCall call, ServerResponse response) => call.Errors.NotUnderstood(response, "a job record");

    private HttpCall Get(long id, TimeSpan atMost, CancellationToken cancellationToken) =>
        Get(id, below: "", TimeLimit.Shorter(connection.RequestTimeout, atMost), cancellationToken);

    private HttpCall Get(long id, string below, TimeSpan timeLimit, CancellationToken cancellationToken) => connection.Prepare(
        ErrorContext.ReadingJob(id), HttpMethod.Get, connection.UrlOf(JobsPath, id, below), Json, timeLimit, content: null, cancellationToken);

    private HttpCall Post(OwnUrl url, ErrorContext context, Submission submission, TimeSpan timeLimit, CancellationToken cancellationToken)
    {
        var body = new PooledBufferWriter();
        try
        {
            using (var json = new Utf8JsonWriter(body))
            {
                WriteBody(json, submission);
            }

            submission.TimeSent = connection.TimeProvider.GetUtcNow();
            return connection.Prepare(
                context, HttpMethod.Post, url, Json, timeLimit, new BufferedSubmission(body, Json) { Submission = submission }, cancellationToken);
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }
}
