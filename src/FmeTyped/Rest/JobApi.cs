using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace FmeTyped;

/// <summary>What the versions of the REST API have in common: the course of each call. Paths, bodies and records are their own.</summary>
internal abstract class JobApi(ServerConnection connection) : IJobApi
{
    private const string Json = "application/json";

    // Errors come as JSON even where text is asked for.
    private const string TextOrErrors = "text/plain, application/json;q=0.5";

    // A job can pass from the queue to an engine while it is being cancelled, but it does so once.
    private const int MostCancelRounds = 3;

    public Task<long> SubmitAsync(Submission submission, CancellationToken cancellationToken)
    {
        ErrorContext context = ErrorContext.Submitting(submission);
        Check(submission, context, isWaiting: false);
        return Post(SubmitUrl(submission), context, submission, connection.RequestTimeout, cancellationToken).ReadAsync(ReadId);
    }

    public virtual Task<FmeJobResult> TransactAsync(Submission submission, TimeSpan timeout, CancellationToken cancellationToken)
    {
        ErrorContext context = ErrorContext.Transacting(submission);
        Check(submission, context, isWaiting: true);
        return Post(TransactUrl(submission), context, submission, timeout, cancellationToken)
            .ReadAsync((call, response) => TransactResponse.Read(response, call.Errors, ReadTransactResult));
    }

    public Task<T> PollAsync<T>(long id, Func<JobResponse, T> read, TimeSpan atMost, CancellationToken cancellationToken)
    {
        HttpCall call = connection.Prepare(
            ErrorContext.ReadingJob(id), HttpMethod.Get, JobPath(id), Json, TimeLimit.Shorter(connection.RequestTimeout, atMost), content: null, cancellationToken);
        return call.ReadAsync((call, response) =>
        {
            using JsonDocument document = call.ParseObject(response);
            return read(new PolledJob(this, call, response, document.RootElement));
        });
    }

    public Task<FmeJobRecord> GetRecordAsync(long id, CancellationToken cancellationToken) =>
        PollAsync(id, static response => response.Record, Timeout.InfiniteTimeSpan, cancellationToken);

    /// <summary>Cancels a job. Where the server finds nothing to cancel, the job's record decides what that means.</summary>
    public async Task<FmeCancelOutcome> CancelAsync(long id, CancellationToken cancellationToken)
    {
        FmeJobRecord record;
        int round = 0;
        do
        {
            if (await TryCancelAsync(id, cancellationToken).ConfigureAwait(false))
            {
                return FmeCancelOutcome.Requested;
            }

            record = await GetRecordAsync(id, cancellationToken).ConfigureAwait(false);
            if (record.Status.IsFinal)
            {
                return FmeCancelOutcome.AlreadyFinished;
            }
        }
        while (++round < MostCancelRounds);

        throw new FmeProtocolException(
            $"Could not cancel job {id}: the server says that it is {record.Status}, and yet that there is nothing to cancel.",
            CancellingJob(id));
    }

    public virtual async Task<IReadOnlyDictionary<string, FmeParameterValue>?> GetParametersAsync(long id, CancellationToken cancellationToken) =>
        (await GetRecordAsync(id, cancellationToken).ConfigureAwait(false)).PublishedParameters;

    public abstract Task DeleteAsync(long id, CancellationToken cancellationToken);

    public abstract IAsyncEnumerable<FmeLogEntry> ReadLogEntriesAsync(long id, CancellationToken cancellationToken);

    public async IAsyncEnumerable<string> ReadLogLinesAsync(long id, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using HttpCall call = connection.Prepare(
            ErrorContext.ReadingLog(id), HttpMethod.Get, $"{JobPath(id)}/log", TextOrErrors, connection.RequestTimeout, content: null, cancellationToken);
        await call.OpenTextAsync().ConfigureAwait(false);
        while (await call.ReadLineAsync().ConfigureAwait(false) is { } line)
        {
            yield return line;
        }
    }

    /// <summary>Refuses what this version lacks.</summary>
    protected abstract void Check(Submission submission, ErrorContext context, bool isWaiting);

    protected abstract Uri SubmitUrl(Submission submission);

    protected abstract Uri TransactUrl(Submission submission);

    protected abstract string JobPath(long id);

    protected abstract void WriteBody(Utf8JsonWriter json, Submission submission);

    /// <summary>How the job of a record ended; null where the JSON is no record.</summary>
    protected abstract FmeJobResult? ReadResult(JsonElement record);

    /// <summary>The record of a job; null where the JSON is none.</summary>
    protected abstract FmeJobRecord? ReadRecord(JsonElement record);

    /// <summary>The result in the response to a waiting submission; null where the JSON is none.</summary>
    protected abstract FmeJobResult? ReadTransactResult(JsonElement json);

    /// <summary>Asks to cancel a job; false where the server finds nothing to cancel.</summary>
    protected abstract Task<bool> TryCancelAsync(long id, CancellationToken cancellationToken);

    /// <summary>Sends one request that cancels a job.</summary>
    /// <param name="id">The job.</param>
    /// <param name="method">The method.</param>
    /// <param name="path">The path.</param>
    /// <param name="nothingToCancel">Whether a status says that there is nothing to cancel.</param>
    /// <param name="cancellationToken">The caller's.</param>
    protected Task<bool> TryCancelAsync(
        long id, HttpMethod method, string path, Func<HttpStatusCode, bool> nothingToCancel, CancellationToken cancellationToken)
    {
        HttpCall call = connection.Prepare(CancellingJob(id), method, path, Json, connection.RequestTimeout, content: null, cancellationToken);
        return call.ReadAsync((call, response) => response switch
        {
            { IsSuccess: true, IsHtml: false } => true,
            { IsSuccess: true } => throw call.Errors.NotUnderstood(response),
            _ when nothingToCancel(response.StatusCode) => false,
            _ => throw call.Errors.Refused(response),
        });
    }

    private static ErrorContext CancellingJob(long id) => new($"cancel job {id}", id);

    private static long ReadId(HttpCall call, ServerResponse response)
    {
        using JsonDocument document = call.ParseObject(response);
        long id = document.RootElement.GetInteger("id"u8) is > 0 and { } made ? made : throw call.Errors.NotUnderstood(response, "a job id");
        call.Errors.Made(id);
        return id;
    }

    private HttpCall Post(Uri url, ErrorContext context, Submission submission, TimeSpan timeLimit, CancellationToken cancellationToken)
    {
        ReadOnlyMemory<byte> body = JsonBody.Write(json => WriteBody(json, submission));
        var content = new SubmissionContent(body, Json) { Submission = submission, TimeSent = connection.TimeProvider.GetUtcNow() };
        return connection.Prepare(context, HttpMethod.Post, url, Json, timeLimit, content, cancellationToken);
    }

    /// <summary>A response over the JSON of a record, without what is secret of its job.</summary>
    private sealed class PolledJob(JobApi api, HttpCall call, ServerResponse response, JsonElement json) : JobResponse
    {
        // Any other status than a final one can be any text, which the record shows without secrets.
        public override FmeJobStatus Status => json.GetStatus() is { IsFinal: true } final ? final : Record.Status;

        public override FmeJobResult ReadResult() => call.Errors.Redact(api.ReadResult(json) ?? throw NotUnderstood());

        protected override FmeJobRecord ReadRecord() => call.Errors.Redact(api.ReadRecord(json) ?? throw NotUnderstood());

        private FmeException NotUnderstood() => call.Errors.NotUnderstood(response, "a job record");
    }
}
