using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace FmeTyped;

/// <summary>REST API version 4: its paths, and what its statuses mean. None of its paths may end in a slash.</summary>
internal sealed class V4JobApi(ServerConnection connection, ServerBuild build) : JobApi(connection)
{
    private const string Jobs = "/fmeapiv4/jobs";
    private const int LinesPerPage = 1000;
    private const int MostLogPages = 10_000;

    private readonly ServerConnection _connection = connection;
    private readonly OwnUrl _submitUrl = connection.UrlOf(Jobs);

    public override async Task<FmeJobResult> TransactAsync(Submission submission, TimeSpan timeout, CancellationToken cancellationToken)
    {
        ErrorContext context = ErrorContext.Transacting(submission);
        Check(submission, context, isWaiting: true);
        int number = await build.GetAsync(timeout, cancellationToken).ConfigureAwait(false);
        if (number < FirstV4Build.ForTransact)
        {
            throw new FmeNotSupportedException(
                $"Could not {context.Operation}: REST API version 4 has no transact call before build {FirstV4Build.ForTransact}, "
                    + $"and this server is build {number}. "
                + "Nothing was submitted. Use RunAsync.",
                context);
        }

        return await base.TransactAsync(submission, timeout, cancellationToken).ConfigureAwait(false);
    }

    public override Task DeleteAsync(long id, CancellationToken cancellationToken) => _connection.Prepare(
        ErrorContext.DeletingJob(id),
        HttpMethod.Delete,
        JobPath(id),
        "application/json",
        _connection.RequestTimeout,
        content: null,
        cancellationToken).DoAsync();

    // The filter by severity is not used: it has no value for FATAL, nor for lines without a severity. That a running job's log grows does no harm.
    public override async IAsyncEnumerable<FmeLogEntry> ReadLogEntriesAsync(long id, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var reading = new PagedReading(ErrorContext.ReadingLog(id), MostLogPages);
        for (long offset = 0; ;)
        {
            HttpCall call = _connection.Prepare(
                ErrorContext.ReadingLog(id),
                HttpMethod.Get,
                $"{JobPath(id)}/log/parsed?limit={LinesPerPage}&offset={offset}",
                "application/json",
                _connection.RequestTimeout,
                content: null,
                cancellationToken);
            (JsonElement page, JsonElement[] lines, long? total) = await call.ReadAsync(ReadLogPage).ConfigureAwait(false);
            reading.Add(page.GetProperty("items"u8));
            foreach (JsonElement line in lines)
            {
                if (V4Records.ReadLogEntry(line) is { } entry)
                {
                    yield return entry;
                }
            }

            // If the page is longer than requested, the server does not support paging, and these are all lines.
            offset += lines.Length;
            if (lines.Length is 0 or > LinesPerPage || offset >= total || (total is null && lines.Length < LinesPerPage))
            {
                yield break;
            }
        }
    }

    private static (JsonElement Page, JsonElement[] Lines, long? Total) ReadLogPage(HttpCall call, ServerResponse response)
    {
        JsonElement page = call.ReadObject(response);
        return (page, page.GetItems() ?? throw call.Errors.NotUnderstood(response, "a page of a log"), page.GetInteger("totalCount"u8));
    }

    protected override void Check(Submission submission, ErrorContext context, bool isWaiting)
    {
        FmeRunOptions options = submission.Options;
        if (options.Description is not null)
        {
            throw NotSupported(nameof(options.Description), $"Put it into {nameof(options.Directives)}.");
        }

        if (options.Priority is not null)
        {
            throw NotSupported(nameof(options.Priority), $"Use {nameof(options.Queue)}.");
        }

        if (options.RunUntilCancelled is not null)
        {
            throw NotSupported(nameof(options.RunUntilCancelled), "FME Flow has streams for workspaces that run on and on.");
        }

        if (options.MaximumTotalLifetime is not null && !isWaiting)
        {
            throw NotSupported(
                $"{nameof(options.MaximumTotalLifetime)} for a job that is not waited for in the same call",
                $"Use {nameof(options.MaximumQueueTime)} and {nameof(options.MaximumRunTime)}, or TransactAsync.");
        }

        FmeNotSupportedException NotSupported(string what, string advice) =>
            new($"Could not {context.Operation}: REST API version 4 has no {what}. Nothing was submitted. {advice}", context);
    }

    protected override OwnUrl SubmitUrl(Submission submission) => _submitUrl;

    protected override OwnUrl TransactUrl(Submission submission) => _connection.UrlOf($"{Jobs}/sync");

    protected override string JobsPath => Jobs;

    protected override string LongPoll => "/result?longPoll=true";

    protected override void WriteBody(Utf8JsonWriter json, Submission submission) => V4Body.Write(json, submission);

    protected override FmeJobResult? ReadResult(JsonElement record, FmeJobStatus status) => V4Records.ReadResult(record, status);

    protected override FmeJobRecord? ReadRecord(JsonElement record) => V4Records.ReadRecord(record);

    protected override FmeJobResult? ReadTransactResult(JsonElement json) => V4Records.ReadTransactResult(json);

    // 422 means that the job has ended or is unknown, so the record must decide.
    protected override Task<bool> TryCancelAsync(long id, CancellationToken cancellationToken) => TryCancelAsync(
        id,
        HttpMethod.Post,
        $"{JobPath(id)}/cancel",
        status => status is HttpStatusCode.UnprocessableEntity or HttpStatusCode.NotFound,
        cancellationToken);
}
