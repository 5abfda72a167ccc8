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

    public async Task<long> SubmitAsync(Submission submission, CancellationToken cancellationToken)
    {
        ErrorContext context = ErrorContext.Submitting(submission.Name);
        Check(submission, context, isWaiting: false);
        using Exchange exchange = Post(SubmitPath(submission), context, submission, connection.RequestTimeout, cancellationToken);
        Answer answer = await exchange.GetAnswerAsync().ConfigureAwait(false);
        return exchange.ReadObject(answer).GetInteger("id") is > 0 and { } id
            ? id
            : throw exchange.Failures.NotUnderstood(answer, "a job id");
    }

    public virtual async Task<FmeJobResult> TransactAsync(Submission submission, TimeSpan timeout, CancellationToken cancellationToken)
    {
        ErrorContext context = ErrorContext.Transacting(submission.Name);
        Check(submission, context, isWaiting: true);
        using Exchange exchange = Post(TransactPath(submission), context, submission, timeout, cancellationToken);
        Answer answer = await exchange.GetAnswerAsync().ConfigureAwait(false);
        return TransactAnswer.Read(answer, exchange.Failures, ReadResult);
    }

    public async Task<FmeJobRecord> GetRecordAsync(long id, TimeSpan atMost, CancellationToken cancellationToken)
    {
        TimeSpan timeLimit = TimeLimit.Shorter(connection.RequestTimeout, atMost);
        using Exchange exchange = connection.Prepare(ErrorContext.ReadingJob(id), HttpMethod.Get, JobPath(id), Json, timeLimit, content: null, cancellationToken);
        Answer answer = await exchange.GetAnswerAsync().ConfigureAwait(false);
        FmeJobRecord record = ReadRecord(exchange.ReadObject(answer)) ?? throw exchange.Failures.NotUnderstood(answer, "a job record");
        return record.StatusMessage is { } message ? record with { StatusMessage = exchange.Failures.Redact(message) } : record;
    }

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

            record = await GetRecordAsync(id, Timeout.InfiniteTimeSpan, cancellationToken).ConfigureAwait(false);
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
        (await GetRecordAsync(id, Timeout.InfiniteTimeSpan, cancellationToken).ConfigureAwait(false)).PublishedParameters;

    public abstract Task DeleteAsync(long id, CancellationToken cancellationToken);

    public abstract IAsyncEnumerable<FmeLogEntry> ReadLogEntriesAsync(long id, CancellationToken cancellationToken);

    public async IAsyncEnumerable<string> ReadLogLinesAsync(long id, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using Exchange exchange = connection.Prepare(
            ErrorContext.ReadingLog(id), HttpMethod.Get, $"{JobPath(id)}/log", TextOrErrors, connection.RequestTimeout, content: null, cancellationToken);
        await exchange.OpenTextAsync().ConfigureAwait(false);
        while (await exchange.ReadLineAsync().ConfigureAwait(false) is { } line)
        {
            yield return line;
        }
    }

    /// <summary>Refuses what this version lacks.</summary>
    protected abstract void Check(Submission submission, ErrorContext context, bool isWaiting);

    protected abstract string SubmitPath(Submission submission);

    protected abstract string TransactPath(Submission submission);

    protected abstract string JobPath(long id);

    protected abstract void WriteBody(Utf8JsonWriter json, Submission submission);

    /// <summary>The record of a job; null where the JSON is none.</summary>
    protected abstract FmeJobRecord? ReadRecord(JsonElement json);

    /// <summary>The result that a waiting submission answers with; null where the JSON is none.</summary>
    protected abstract FmeJobResult? ReadResult(JsonElement json);

    /// <summary>Asks to cancel a job; false where the server finds nothing to cancel.</summary>
    protected abstract Task<bool> TryCancelAsync(long id, CancellationToken cancellationToken);

    /// <summary>Sends one request that cancels a job.</summary>
    /// <param name="id">The job.</param>
    /// <param name="method">The method.</param>
    /// <param name="path">The path.</param>
    /// <param name="nothingToCancel">Whether a status says that there is nothing to cancel.</param>
    /// <param name="cancellationToken">The caller's.</param>
    protected async Task<bool> TryCancelAsync(
        long id, HttpMethod method, string path, Func<HttpStatusCode, bool> nothingToCancel, CancellationToken cancellationToken)
    {
        using Exchange exchange = connection.Prepare(CancellingJob(id), method, path, Json, connection.RequestTimeout, content: null, cancellationToken);
        Answer answer = await exchange.GetAnswerAsync().ConfigureAwait(false);
        return answer switch
        {
            { IsSuccess: true, IsHtml: false } => true,
            { IsSuccess: true } => throw exchange.Failures.NotUnderstood(answer),
            _ when nothingToCancel(answer.StatusCode) => false,
            _ => throw exchange.Failures.Refused(answer),
        };
    }

    private static ErrorContext CancellingJob(long id) => new($"cancel job {id}", id);

    private Exchange Post(string path, ErrorContext context, Submission submission, TimeSpan timeLimit, CancellationToken cancellationToken)
    {
        var body = new PooledBufferWriter();
        try
        {
            using var json = new Utf8JsonWriter(body);
            WriteBody(json, submission);
            json.Flush();
            return connection.Prepare(context, HttpMethod.Post, path, Json, timeLimit, new SubmissionContent(body) { FindSecrets = submission.FindSecrets, Trace = submission.TraceAt(connection.TimeProvider.GetUtcNow()) }, cancellationToken);
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }
}
