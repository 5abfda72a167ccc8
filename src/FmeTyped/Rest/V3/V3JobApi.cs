using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace FmeTyped;

/// <summary>REST API version 3: its paths, and what its statuses mean.</summary>
internal sealed class V3JobApi(ServerConnection connection) : JobApi(connection)
{
    private const string Root = "/fmerest/v3/transformations";

    private readonly ServerConnection _connection = connection;

    // Some servers include the request in the record, and some only on a separate request.
    public override async Task<IReadOnlyDictionary<string, FmeParameterValue>?> GetParametersAsync(long id, CancellationToken cancellationToken)
    {
        if (await base.GetParametersAsync(id, cancellationToken).ConfigureAwait(false) is { } parameters)
        {
            return parameters;
        }

        HttpCall call = _connection.Prepare(
            ErrorContext.ReadingJob(id),
            HttpMethod.Get,
            $"{JobPath(id)}/request",
            "application/json",
            _connection.RequestTimeout,
            content: null,
            cancellationToken);
        return await call.ReadAsync((call, response) =>
            response.StatusCode == HttpStatusCode.NotFound ? null : V3Records.ReadParameters(call.ReadObject(response))).ConfigureAwait(false);
    }

    public override Task DeleteAsync(long id, CancellationToken cancellationToken)
    {
        ErrorContext context = ErrorContext.DeletingJob(id);
        throw new FmeNotSupportedException(
            $"Could not {context.Operation}: REST API version 3 deletes no records. The server does so itself, by its own clean-up.", context);
    }

    public override async IAsyncEnumerable<FmeLogEntry> ReadLogEntriesAsync(long id, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        long number = 0;
        await foreach (string line in ReadLogLinesAsync(id, cancellationToken).ConfigureAwait(false))
        {
            yield return LogLines.Read(line, ++number);
        }
    }

    protected override void Check(Submission submission, ErrorContext context, bool isWaiting)
    {
        if (submission.Options.MaximumTotalLifetime is not null)
        {
            throw new FmeNotSupportedException(
                $"Could not {context.Operation}: REST API version 3 has no {nameof(FmeRunOptions.MaximumTotalLifetime)}. Nothing was submitted. "
                + $"Use {nameof(FmeRunOptions.MaximumQueueTime)} and {nameof(FmeRunOptions.MaximumRunTime)}.",
                context);
        }
    }

    protected override OwnUrl SubmitUrl(Submission submission) => UrlOf("submit", submission);

    protected override OwnUrl TransactUrl(Submission submission) => UrlOf("transact", submission);

    protected override string JobsPath => Root + "/jobs/id";

    protected override void WriteBody(Utf8JsonWriter json, Submission submission) => V3Body.Write(json, submission);

    protected override FmeJobResult? ReadResult(JsonElement record, FmeJobStatus status) => V3Records.ReadResult(record, status);

    protected override FmeJobRecord? ReadRecord(JsonElement record) => V3Records.ReadRecord(record);

    protected override FmeJobResult? ReadTransactResult(JsonElement json) => V3Records.ReadTransactResult(json);

    // There is one call for running and one for queued jobs, and each returns 404 for all other jobs.
    protected override async Task<bool> TryCancelAsync(long id, CancellationToken cancellationToken) =>
        await TryCancelAsync("running", id, cancellationToken).ConfigureAwait(false)
        || await TryCancelAsync("queued", id, cancellationToken).ConfigureAwait(false);

    private OwnUrl UrlOf(string verb, Submission submission) =>
        _connection.UrlOf($"{Root}/{verb}/{UrlPath.Part(submission.Repository)}/{UrlPath.Part(submission.Workspace)}");

    private Task<bool> TryCancelAsync(string state, long id, CancellationToken cancellationToken) =>
        TryCancelAsync(id, HttpMethod.Delete, $"{Root}/jobs/{state}/{id}", status => status == HttpStatusCode.NotFound, cancellationToken);
}
