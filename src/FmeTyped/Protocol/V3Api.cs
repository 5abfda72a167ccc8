using System.Net;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace FmeTyped;

/// <summary>REST API version 3: its paths, its bodies, and what its statuses mean.</summary>
internal sealed class V3Api(ServerConnection connection)
{
    private const string Root = "/fmerest/v3/transformations";
    private const string Json = "application/json";

    // Errors come as JSON even where text is asked for.
    private const string TextOrErrors = "text/plain, application/json;q=0.5";

    // A job can pass from the queue to an engine between the two calls that cancel it, but it does so once.
    private const int MostCancelRounds = 3;

    public static ErrorContext ReadingJob(long id) => new($"read job {id}", id);

    public static ErrorContext Transacting(IFmeRequest request) => new($"transact {request.Descriptor}");

    /// <summary>Submits a job; gives its id.</summary>
    public async Task<long> SubmitAsync(IFmeRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        using Exchange exchange = Submission("submit", new($"submit {request.Descriptor}"), request, connection.RequestTimeout, cancellationToken);
        Answer answer = await exchange.GetAnswerAsync().ConfigureAwait(false);
        return ReadObject(exchange, answer).GetInteger("id") is > 0 and { } id
            ? id
            : throw exchange.Failures.NotUnderstood(answer, "a job id");
    }

    /// <summary>Submits a job and lets the server wait for its end.</summary>
    public async Task<FmeJobResult> TransactAsync(IFmeRequest request, TimeSpan timeout, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        using Exchange exchange = Submission("transact", Transacting(request), request, timeout, cancellationToken);
        Answer answer = await exchange.GetAnswerAsync().ConfigureAwait(false);

        // 422 says "parameters refused" and "job failed" alike; only the latter comes with a job.
        if (answer.StatusCode == HttpStatusCode.UnprocessableEntity
            && answer.TryReadObject(out _) is { } refusal
            && V3Records.ReadResult(refusal) is { Id: > 0, Succeeded: false } failed)
        {
            return failed;
        }

        return V3Records.ReadResult(ReadObject(exchange, answer)) is { Status.IsFinal: true } result
            ? result
            : throw exchange.Failures.NotUnderstood(answer, "the result of a job that has ended");
    }

    /// <summary>Reads a job's record, within the usual time limit or a shorter one.</summary>
    public async Task<FmeJobRecord> GetRecordAsync(long id, TimeSpan atMost, CancellationToken cancellationToken)
    {
        TimeSpan timeLimit = TimeLimit.Shorter(connection.RequestTimeout, atMost);
        using Exchange exchange = connection.Prepare(ReadingJob(id), HttpMethod.Get, $"{Root}/jobs/id/{id}", Json, timeLimit, submission: null, cancellationToken);
        Answer answer = await exchange.GetAnswerAsync().ConfigureAwait(false);
        return V3Records.ReadRecord(ReadObject(exchange, answer)) ?? throw exchange.Failures.NotUnderstood(answer, "a job record");
    }

    /// <summary>Cancels a job. The API has one call for running and one for queued jobs, and both say 404 for all others.</summary>
    public async Task<FmeCancelOutcome> CancelAsync(long id, CancellationToken cancellationToken)
    {
        FmeJobRecord record;
        int round = 0;
        do
        {
            if (await TryCancelAsync("running", id, cancellationToken).ConfigureAwait(false)
                || await TryCancelAsync("queued", id, cancellationToken).ConfigureAwait(false))
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
            $"Could not cancel job {id}: the server says that it is {record.Status}, and yet finds it neither among the running nor among the queued jobs.",
            CancellingJob(id));
    }

    public async Task<string> GetLogAsync(long id, CancellationToken cancellationToken)
    {
        var log = new StringBuilder();
        await foreach (string line in ReadLogLinesAsync(id, cancellationToken).ConfigureAwait(false))
        {
            log.Append(line).Append('\n');
        }

        return log.ToString();
    }

    public async IAsyncEnumerable<string> ReadLogLinesAsync(long id, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using Exchange exchange = connection.Prepare(
            new($"read the log of job {id}", id), HttpMethod.Get, $"{Root}/jobs/id/{id}/log", TextOrErrors, connection.RequestTimeout, submission: null, cancellationToken);
        await exchange.OpenTextAsync().ConfigureAwait(false);
        while (await exchange.ReadLineAsync().ConfigureAwait(false) is { } line)
        {
            yield return line;
        }
    }

    private static ErrorContext CancellingJob(long id) => new($"cancel job {id}", id);

    private static JsonElement ReadObject(Exchange exchange, Answer answer)
    {
        if (!answer.IsSuccess)
        {
            throw exchange.Failures.Refused(answer);
        }

        return answer.TryReadObject(out Exception? cause) ?? throw exchange.Failures.NotUnderstood(answer, cause: cause);
    }

    private async Task<bool> TryCancelAsync(string state, long id, CancellationToken cancellationToken)
    {
        using Exchange exchange = connection.Prepare(
            CancellingJob(id), HttpMethod.Delete, $"{Root}/jobs/{state}/{id}", Json, connection.RequestTimeout, submission: null, cancellationToken);
        Answer answer = await exchange.GetAnswerAsync().ConfigureAwait(false);
        return answer switch
        {
            { IsSuccess: true, IsHtml: false } => true,
            { IsSuccess: true } => throw exchange.Failures.NotUnderstood(answer),
            { StatusCode: HttpStatusCode.NotFound } => false,
            _ => throw exchange.Failures.Refused(answer),
        };
    }

    private Exchange Submission(string verb, ErrorContext context, IFmeRequest request, TimeSpan timeLimit, CancellationToken cancellationToken)
    {
        if (request.Validate() is { Count: > 0 } problems)
        {
            throw new FmeValidationException(problems, context);
        }

        FmeWorkspaceDescriptor workspace = request.Descriptor;
        string path = $"{Root}/{verb}/{UrlPath.Part(workspace.Repository)}/{UrlPath.Part(workspace.Workspace)}";
        return connection.Prepare(context, HttpMethod.Post, path, Json, timeLimit, WriteBody(request), cancellationToken);
    }

    private static SubmissionContent WriteBody(IFmeRequest request)
    {
        var body = new PooledBufferWriter();
        try
        {
            using var json = new Utf8JsonWriter(body);
            new V3ParameterWriter(json).WriteBody(request);
            return new SubmissionContent(body);
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }
}
